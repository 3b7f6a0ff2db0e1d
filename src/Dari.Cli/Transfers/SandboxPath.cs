namespace Dari.Cli.Transfers;

/// <summary>A path in a sandbox, written <c>ID:PATH</c>.</summary>
/// <param name="SandboxId">The sandbox.</param>
/// <param name="Path">The path in it.</param>
internal sealed record SandboxPath(string SandboxId, string Path)
{
    /// <summary>The last part of the path.</summary>
    public string Name => Path.TrimEnd('/').Split('/')[^1];

    /// <summary>Reads it; null when it is none.</summary>
    public static SandboxPath? Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 ? new SandboxPath(text[..colon], text[(colon + 1)..]) : null;
    }

    public override string ToString() => $"{SandboxId}:{Path}";
}
