using Dari.Emulator.Dari.State;

namespace Dari.Emulator.Dari.Turns;

/// <summary>The files of a session, real ones below its folder.</summary>
internal static class Workspace
{
    private const string Root = "/workspace";

    /// <summary>
    /// The place of a path below the session's folder. <c>reports</c>, <c>/reports</c> and
    /// <c>/workspace/reports</c> mean the same; null when the path leads outside.
    /// </summary>
    public static string? Locate(Session session, string path)
    {
        string inside = path == Root || path.StartsWith(Root + "/", StringComparison.Ordinal) ? path[Root.Length..] : path;
        string[] parts = inside.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Any(static part => part is "." or ".." || part.Contains('\\') || part.Contains('\0'))
            ? null
            : Path.Combine([session.Workspace, .. parts]);
    }

    public static async Task ReceiveFilesAsync(Message message, IReadOnlyList<UploadedFile> files, CancellationToken cancellationToken)
    {
        string uploads = Path.Combine(message.Session.Workspace, "uploads");
        Directory.CreateDirectory(message.Session.Workspace);
        foreach (UploadedFile file in files)
        {
            Directory.CreateDirectory(uploads);
            await using FileStream from = File.OpenRead(file.File);
            await using FileStream to = File.Create(Path.Combine(uploads, file.Name));
            await from.CopyToAsync(to, cancellationToken);
        }
    }

    /// <returns>What changed; null when the path leads outside, is a folder or leads through a file.</returns>
    public static async Task<ChangedFile?> WriteAsync(Session session, string path, string content, CancellationToken cancellationToken)
    {
        if (Locate(session, path) is not { } file || Directory.Exists(file) || file == session.Workspace)
        {
            return null;
        }

        string change = File.Exists(file) ? "modified" : "created";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, content, cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }

        return new ChangedFile("/" + Path.GetRelativePath(session.Workspace, file).Replace('\\', '/'), change, new FileInfo(file).Length);
    }
}
