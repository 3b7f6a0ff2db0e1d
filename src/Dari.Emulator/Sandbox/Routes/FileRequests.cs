using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>A path, and the user it is for.</summary>
internal sealed record TargetRequest(string Path, string? User = null);

/// <summary>A file to read as JSON.</summary>
internal sealed record ReadRequest(string Path, string? Encoding = null, string? User = null);

/// <summary>A file to write from JSON.</summary>
internal sealed record WriteRequest(string Path, string Content, string? Encoding = null, string? User = null)
{
    /// <summary>The content as bytes.</summary>
    /// <exception cref="Hosting.ServiceFault">422: no base64.</exception>
    public byte[] Bytes()
    {
        if (Encoding != "base64")
        {
            return System.Text.Encoding.UTF8.GetBytes(Content);
        }

        try
        {
            return Convert.FromBase64String(Content);
        }
        catch (FormatException)
        {
            throw SandboxFault.Fields("The content is no base64.");
        }
    }
}

/// <summary>A move.</summary>
internal sealed record RenameRequest(string OldPath, string NewPath, string? User = null);

/// <summary>New permissions.</summary>
internal sealed record PermissionsRequest(string Path, string Permissions, string? User = null)
{
    /// <summary>The permission bits.</summary>
    public int Mode => EntryAttributes.ParseMode(Permissions);
}

/// <summary>A search by name or by content.</summary>
internal sealed record PatternRequest(string Path, string Pattern, string? User = null);

/// <summary>A replacement in several files.</summary>
internal sealed record ReplaceRequest(
    IReadOnlyList<string> Files, string Pattern, string Replacement, string? User = null);

/// <summary>Says where each part of a batch goes.</summary>
internal sealed record BatchManifest(IReadOnlyList<BatchEntry> Files, string? User = null);

/// <summary>One file of a batch.</summary>
internal sealed record BatchEntry(string Path, string Field);
