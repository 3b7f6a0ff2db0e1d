namespace Dari.Http;

/// <summary>A scheme that a call uses, and the credential for it.</summary>
internal readonly record struct Proof(SecurityScheme Scheme, Credential Credential);
