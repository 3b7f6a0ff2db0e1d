using System.Runtime.CompilerServices;

namespace Dari.Generator.Tests;

/// <summary>Finds files of this repository from where a test's source stands.</summary>
internal static class RepositoryFolder
{
    public static string Path(string relative, [CallerFilePath] string here = "")
    {
        string? folder = System.IO.Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Dari.Generator.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return System.IO.Path.Combine(folder ?? throw new DirectoryNotFoundException("No repository above " + here), relative);
    }
}
