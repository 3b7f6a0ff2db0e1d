using System.Text;
using System.Text.RegularExpressions;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>Searches a view by name and by content, and replaces text in it.</summary>
internal static class FileSearching
{
    private const long LongestText = 16L << 20;

    // Latin-1 keeps every byte, so text that is not UTF-8 comes back as it was.
    private static readonly Encoding Bytes = Encoding.Latin1;

    /// <summary>Paths below a folder whose last name matches.</summary>
    public static IReadOnlyList<string> Search(this FileView view, string path, string pattern)
    {
        var glob = GlobPattern.Compile(pattern);
        return [.. view.Below(view.Folder(path))
            .Where(place => glob.IsMatch(VirtualPath.Name(place.Path)))
            .Select(place => place.Path)];
    }

    /// <summary>Lines that match, in a file or in all files below a folder.</summary>
    public static IReadOnlyList<TextMatch> Find(this FileView view, string path, string pattern)
    {
        var text = TextPattern.Compile(pattern);
        var place = view.Resolve(path);
        IEnumerable<FilePlace> files = place.Entry switch
        {
            null => throw SandboxFault.NotFound("There is nothing at the path."),
            FileInfo => [place],
            _ => view.Below(place).Where(below => below.IsFile),
        };
        return [.. files.SelectMany(file => Lines(file, text))];
    }

    /// <summary>Replaces every match in the named files.</summary>
    public static ReplaceResult Replace(
        this FileView view, IEnumerable<string> paths, string pattern, string replacement)
    {
        var text = TextPattern.Compile(pattern);
        var result = new ReplaceResult(0, 0, 0, 0);
        lock (view.Gate)
        {
            foreach (var path in paths)
            {
                result = ReplaceIn(view.Resolve(path), text, replacement, result);
            }
        }

        return result;
    }

    private static ReplaceResult ReplaceIn(FilePlace file, Regex pattern, string replacement, ReplaceResult result)
    {
        if (file.Entry is not FileInfo { Length: <= LongestText })
        {
            return result with { FilesSkipped = result.FilesSkipped + 1 };
        }

        var bytes = File.ReadAllBytes(file.Physical);
        if (IsBinary(bytes))
        {
            return result with { BinaryFilesSkipped = result.BinaryFilesSkipped + 1 };
        }

        var encoding = EncodingOf(bytes);
        var content = encoding.GetString(bytes);
        var count = pattern.Count(content);
        if (count == 0)
        {
            return result with { FilesSkipped = result.FilesSkipped + 1 };
        }

        File.WriteAllBytes(file.Writable().Physical, encoding.GetBytes(pattern.Replace(content, replacement)));
        return result with
        {
            Replacements = result.Replacements + count,
            FilesModified = result.FilesModified + 1,
        };
    }

    private static IEnumerable<TextMatch> Lines(FilePlace file, Regex pattern)
    {
        if (file.Entry is not FileInfo { Length: <= LongestText })
        {
            yield break;
        }

        var bytes = File.ReadAllBytes(file.Physical);
        if (IsBinary(bytes))
        {
            yield break;
        }

        var number = 0;
        using var reader = new StringReader(EncodingOf(bytes).GetString(bytes));
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (pattern.IsMatch(line))
            {
                yield return new TextMatch(file.Path, number, line);
            }
        }
    }

    private static bool IsBinary(byte[] bytes) => bytes.AsSpan(0, Math.Min(bytes.Length, 8192)).Contains((byte)0);

    private static Encoding EncodingOf(byte[] bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Bytes;
}
