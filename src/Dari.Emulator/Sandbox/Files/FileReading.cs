using System.Text;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>Reads files and folders of a view.</summary>
internal static class FileReading
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file at a path.</summary>
    /// <exception cref="ServiceFault">404: nothing there. 400: a folder.</exception>
    public static FilePlace File(this FileView view, string path)
    {
        var place = view.Resolve(path);
        return place.Entry switch
        {
            FileInfo => place,
            null => throw SandboxFault.NotFound("There is no file at the path."),
            _ => throw SandboxFault.Invalid("The path is a folder."),
        };
    }

    /// <summary>The folder at a path.</summary>
    /// <exception cref="ServiceFault">404: nothing there. 400: a file.</exception>
    public static FilePlace Folder(this FileView view, string path)
    {
        var place = view.Resolve(path);
        return place.Entry switch
        {
            DirectoryInfo => place,
            null => throw SandboxFault.NotFound("There is no folder at the path."),
            _ => throw SandboxFault.Invalid("The path is a file."),
        };
    }

    /// <summary>What stands at a path; a link at the end is not followed.</summary>
    public static FileEntry Info(this FileView view, string path) => FileEntry.Of(view.Resolve(path, followLast: false));

    /// <summary>What stands in a folder, or the file itself.</summary>
    /// <param name="view">The files.</param>
    /// <param name="path">The folder.</param>
    /// <param name="depth">1 for the folder's own entries, more for what is below them.</param>
    public static IReadOnlyList<FileEntry> List(this FileView view, string path, int depth)
    {
        var place = view.Resolve(path);
        return place.Entry switch
        {
            null => throw SandboxFault.NotFound("There is no folder at the path."),
            FileInfo => [FileEntry.Of(place)],
            _ => [.. view.Below(place, depth).Select(FileEntry.Of)],
        };
    }

    /// <summary>Opens a file for reading; it may be replaced meanwhile without disturbing the reader.</summary>
    public static FileStream Open(FilePlace file) => new(
        file.Physical,
        new FileStreamOptions
        {
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        });

    /// <summary>The content of a file as JSON carries it.</summary>
    /// <exception cref="ServiceFault">413: too long for JSON. 422: not UTF-8 and asked for as text.</exception>
    public static FileContent Read(this FileView view, string path, string? encoding, long limit)
    {
        var file = view.File(path);
        if (((FileInfo)file.Entry!).Length > limit)
        {
            throw SandboxFault.Invalid("The file is too long for this call. Download it instead.");
        }

        var bytes = System.IO.File.ReadAllBytes(file.Physical);
        return encoding == "base64"
            ? new FileContent(Convert.ToBase64String(bytes), "base64", bytes.LongLength)
            : new FileContent(Text(bytes), "utf8", bytes.LongLength);
    }

    private static string Text(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw SandboxFault.Fields("The file is not UTF-8. Read it as base64.");
        }
    }
}
