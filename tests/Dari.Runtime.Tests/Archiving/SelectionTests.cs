using Dari.Archiving;

namespace Dari.Runtime.Tests.Archiving;

public sealed class SelectionTests
{
    [Fact]
    public async Task In_a_work_tree_git_chooses()
    {
        using TemporaryFolder folder = new TemporaryFolder()
            .With(".gitignore", "*.log\n").With("tracked.log").With("other.log").With("new.c").With("gone.c")
            .With("node_modules/kept.js").With("sub/.gitignore", "!deep.log").With("sub/deep.log").With("b\u00e9 x.c");
        Git.Run(folder.Root, ["init", "-q"]);
        Git.Run(folder.Root, ["add", "-f", "tracked.log", "gone.c"]);
        File.Delete(folder["gone.c"]);
        (await NamesOf(folder.Root)).ShouldBe(
            [".gitignore", "b\u00e9 x.c", "new.c", "node_modules/kept.js", "sub/.gitignore", "sub/deep.log", "tracked.log"]);

        // A part of the tree: the files above it still count.
        folder.With("sub/other.log").With("sub/lib/x.log").With("sub/lib/x.c");
        (await NamesOf(folder["sub/lib"])).ShouldBe(["x.c"]);
        Dari.Archiving.Selecting.SourceFiles.ByGitIgnore(folder["sub/lib"], folder.Root)
            .Select(static file => file.Name).ShouldBe(["x.c"]);
    }

    [Fact]
    public async Task A_repository_inside_is_named()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a.c").With("inner/b.c");
        Git.Run(folder.Root, ["init", "-q"]);
        Git.Run(folder["inner"], ["init", "-q"]);
        ArchiveException error = await Should.ThrowAsync<ArchiveException>(() => SourceArchive.CreateAsync(folder.Root));
        error.EntryName.ShouldBe("inner");
    }

    [Fact]
    public async Task Outside_git_the_built_in_names_are_left_out()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a.c").With(".env").With(".DS_Store").With("d/.DS_Store")
            .With("node_modules/x.js").With("d/__pycache__/x.pyc").With(".venv/x").With(".dari/x").With("d/node_modules.js");
        (await NamesOf(folder.Root)).ShouldBe([".env", "a.c", "d/node_modules.js"]);
    }

    [Fact]
    public async Task The_ignore_file_of_the_sandbox_comes_before_the_patterns()
    {
        using TemporaryFolder folder = new TemporaryFolder().With(".nullspaceignore", "*.pyc\nbuild/\n/top")
            .With("a.pyc").With("pkg/__init__.pyc").With("build/x").With("top").With("pkg/top").With("pkg/build");
        var options = new SourceArchiveOptions
        {
            Selection = FileSelection.IgnoreFile,
            IgnorePatterns = ["!pkg/__init__.pyc", ".nullspaceignore"],
            Format = ArchiveFormat.Tar,
        };
        (await NamesOf(folder.Root, options)).ShouldBe(["pkg/__init__.pyc", "pkg/build", "pkg/top"]);
    }

    [Fact]
    public async Task The_archive_is_not_part_of_itself()
    {
        using TemporaryFolder folder = new TemporaryFolder().With("a.c").With("out.tar.gz", "of the last run");
        var options = new SourceArchiveOptions { OutputPath = folder["out.tar.gz"] };
        SourceArchive archive = await SourceArchive.CreateAsync(folder.Root, options);
        archive.Summary.FileCount.ShouldBe(1);
        archive.Dispose();
        folder.Names().ShouldBe(["a.c", "out.tar.gz"]);
    }

    private static async Task<List<string>> NamesOf(string folder, SourceArchiveOptions? options = null)
    {
        var progress = new Told(static _ => { });
        await SourceArchive.WriteAsync(folder, Stream.Null, options, progress);
        return [.. progress.All.Select(static step => step.EntryName).Distinct()];
    }
}
