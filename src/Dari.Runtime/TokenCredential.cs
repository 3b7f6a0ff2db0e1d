namespace Dari;

internal sealed class TokenCredential(string kind, string secret) : Credential
{
    public override string ToString() => $"{kind} [redacted]";

    internal override ValueTask<string> GetAsync(CancellationToken cancellationToken) => new(secret);
}
