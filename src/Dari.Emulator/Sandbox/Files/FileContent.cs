namespace Dari.Emulator.Sandbox.Files;

/// <summary>The content of a small file.</summary>
/// <param name="Content">The bytes as text or base64.</param>
/// <param name="Encoding"><c>utf8</c> or <c>base64</c>.</param>
/// <param name="Size">Number of bytes.</param>
internal sealed record FileContent(string Content, string Encoding, long Size);
