using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>Paths as a sandbox sees them: absolute, with <c>/</c>, without <c>.</c> and <c>..</c>.</summary>
internal static class VirtualPath
{
    /// <summary>The root.</summary>
    public const string Root = "/";

    // On Linux these are NUL and the slash, elsewhere also what the host would read as a drive or a stream.
    private static readonly char[] ForbiddenInNames = Path.GetInvalidFileNameChars();

    /// <summary>How names are told apart on the host that keeps the bytes.</summary>
    public static StringComparison Comparison { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    /// <summary>The absolute, normalized form of a path that may be relative to a folder.</summary>
    /// <exception cref="ServiceFault">The path is empty, climbs above the root or has a forbidden name in it.</exception>
    public static string Resolve(string folder, string path)
    {
        if (path.Length == 0)
        {
            throw SandboxFault.Invalid("The path is empty.");
        }

        var names = new List<string>();
        if (path[0] != '/')
        {
            names.AddRange(Names(folder));
        }

        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            Step(names, name);
        }

        return Join(names);
    }

    /// <summary>The normalized form of a path that must be absolute.</summary>
    /// <exception cref="ServiceFault">The path is relative, or as for <see cref="Resolve"/>.</exception>
    public static string Absolute(string path) =>
        path.StartsWith('/') ? Resolve(Root, path) : throw SandboxFault.Invalid("The path has to be absolute.");

    /// <summary>The names of a normalized path, from the root down.</summary>
    public static string[] Names(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path made of some names.</summary>
    public static string Join(IEnumerable<string> names) => "/" + string.Join('/', names);

    /// <summary>The path of something in a folder.</summary>
    public static string Child(string folder, string name) => folder == Root ? "/" + name : $"{folder}/{name}";

    /// <summary>The folder a path lies in; the root lies in itself.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : Root;

    /// <summary>The last name; <c>/</c> for the root.</summary>
    public static string Name(string path) => path == Root ? Root : path[(path.LastIndexOf('/') + 1)..];

    /// <summary>True for the folder itself and everything below it.</summary>
    public static bool IsAtOrBelow(string path, string folder) =>
        folder == Root || path.Equals(folder, Comparison) || path.StartsWith(folder + "/", Comparison);

    /// <summary>The path relative to a folder it is at or below; empty for the folder itself.</summary>
    public static string Below(string path, string folder) =>
        path.Length == folder.Length ? "" : path[(folder == Root ? 1 : folder.Length + 1)..];

    private static void Step(List<string> names, string name)
    {
        switch (name)
        {
            case ".":
                return;
            case ".." when names.Count == 0:
                throw SandboxFault.Invalid("The path climbs above the root.");
            case "..":
                names.RemoveAt(names.Count - 1);
                return;
        }

        if (name.IndexOfAny(ForbiddenInNames) >= 0 || name.Length > 255)
        {
            throw SandboxFault.Invalid("The path has a name in it that no file can have.");
        }

        names.Add(name);
    }
}
