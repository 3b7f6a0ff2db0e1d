using Dari.Archiving;

namespace Dari.EndToEnd.Tests.Docs;

public sealed class ArchivesDocTests
{
    [Fact]
    public async Task The_samples_of_the_page_pack_a_folder_and_extract_it_again()
    {
        DocSample.ShouldBeIn("docs/archives.md");
        DirectoryInfo root = Directory.CreateTempSubdirectory("dari-archives-");
        try
        {
            string folder = root.CreateSubdirectory("my-agent").FullName;
            File.WriteAllText(Path.Combine(folder, "a.txt"), "a");
            File.WriteAllText(Path.Combine(folder, "b.pyc"), "");
            string target = Path.Combine(root.FullName, "workspace");

            (string sha256, string archivePath) = await PackAsync(folder, root.FullName);
            ExtractSummary got = await ExtractAsync(archivePath, target);
            string other = Path.Combine(root.FullName, "sandbox");
            await PackForSandboxAsync(folder, other);

            Assert.Matches("^[0-9a-f]{64}$", sha256);
            Assert.Equal(2, got.FileCount);
            Assert.Equal("a", File.ReadAllText(Path.Combine(target, "a.txt")));
            Assert.Equal(["a.txt"], Directory.GetFiles(other).Select(Path.GetFileName));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static async Task<(string Sha256, string Path)> PackAsync(string folder, string root)
    {
        // sample
        using SourceArchive archive = await SourceArchive.CreateAsync(folder);
        Console.WriteLine($"{archive.Sha256} {archive.Size} bytes, {archive.Summary.FileCount} files");
        await using Stream content = archive.OpenRead();
        // end
        string path = Path.Combine(root, "copy.tar.gz");
        await using FileStream copy = File.Create(path);
        await content.CopyToAsync(copy);
        return (archive.Sha256, path);
    }

    private static async Task PackForSandboxAsync(string folder, string target)
    {
        // sample
        var options = new SourceArchiveOptions
        {
            Selection = FileSelection.IgnoreFile,
            IgnorePatterns = ["*.pyc", "!pkg/__init__.pyc"],
            Format = ArchiveFormat.Tar,
            Links = LinkPolicy.KeepInside,
        };
        // end
        using SourceArchive archive = await SourceArchive.CreateAsync(folder, options);
        await using Stream content = archive.OpenRead();
        await WorkspaceArchive.ExtractAsync(content, target);
    }

    private static async Task<ExtractSummary> ExtractAsync(string archivePath, string target)
    {
        // sample
        ExtractSummary got = await WorkspaceArchive.ExtractAsync(archivePath, target);
        // end
        return got;
    }
}
