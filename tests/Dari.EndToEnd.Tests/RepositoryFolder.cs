using System.Runtime.CompilerServices;

namespace Dari.EndToEnd.Tests;

/// <summary>Finds files of this repository from where a test's source stands.</summary>
internal static class RepositoryFolder
{
    public static string Path(string relative, [CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", relative));
}
