using System;
using System.Collections.Generic;

namespace Dari.Generator.Specs.References;

/// <summary>Paths and URIs of documents, compared the same way on every operating system.</summary>
internal static class SpecPath
{
    /// <summary>With <c>/</c> between its parts, and without <c>.</c> and <c>..</c> as far as they can be taken away.</summary>
    public static string Normalize(string path)
    {
        string slashed = path.Replace('\\', '/');
        bool isRooted = slashed.StartsWith("/", StringComparison.Ordinal);
        var parts = new List<string>();
        foreach (string part in slashed.Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or ".") && !(part == ".." && isRooted))
            {
                parts.Add(part);
            }
        }

        return (isRooted ? "/" : "") + string.Join("/", parts);
    }

    /// <summary>A path as it stands in a document, seen from that document.</summary>
    public static string Resolve(string fromFile, string path) =>
        IsRooted(path) ? Normalize(path) : Normalize(Folder(fromFile) is { Length: > 0 } folder ? folder + "/" + path : path);

    /// <summary>The path by which a person calls a file who stands in the folder of another one.</summary>
    public static string Relative(string fromFile, string toFile)
    {
        string[] from = Normalize(Folder(fromFile)).Split('/');
        string[] to = Normalize(toFile).Split('/');
        int shared = 0;
        while (shared < from.Length && shared < to.Length - 1 && from[shared] == to[shared])
        {
            shared++;
        }

        var parts = new List<string>();
        for (int i = shared; i < from.Length; i++)
        {
            if (from[i].Length > 0)
            {
                parts.Add("..");
            }
        }

        for (int i = shared; i < to.Length; i++)
        {
            parts.Add(to[i]);
        }

        return string.Join("/", parts);
    }

    public static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>Whether it begins with a scheme; <c>C:\a.yaml</c> does not.</summary>
    public static bool IsUri(string reference)
    {
        int colon = reference.IndexOf(':');
        if (colon < 2 || !char.IsLetter(reference[0]))
        {
            return false;
        }

        for (int i = 1; i < colon; i++)
        {
            if (!char.IsLetterOrDigit(reference[i]) && reference[i] is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A reference as RFC 3986, 5.2 resolves it; <see langword="null"/> where that gives no absolute URI.</summary>
    public static string? ResolveUri(string? baseUri, string reference)
    {
        if (IsUri(reference))
        {
            return Uri.TryCreate(reference, UriKind.Absolute, out Uri? absolute) ? Canonical(absolute) : null;
        }

        return baseUri is not null
            && IsUri(baseUri)
            && Uri.TryCreate(baseUri, UriKind.Absolute, out Uri? start)
            && Uri.TryCreate(start, reference, out Uri? resolved)
            ? Canonical(resolved)
            : null;
    }

    private static string Canonical(Uri uri) => uri.AbsoluteUri.TrimEnd('#');

    private static string Folder(string file)
    {
        int slash = file.LastIndexOfAny(['/', '\\']);
        return slash < 0 ? "" : slash == 0 ? "/." : file.Substring(0, slash);
    }

    private static bool IsRooted(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' || (path.Length > 2 && path[1] == ':' && path[2] is '/' or '\\'));
}
