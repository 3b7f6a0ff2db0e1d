using Dari.Generator.Review;
using Dari.Generator.Review.Locks;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;
using Dari.Generator.Specs.Syntax;
using Dari.Review.Documents;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Review;

/// <summary>
/// The documents of the package are reviewed as we ask others to: <c>specs/</c> holds a lock and a surface file for each.
/// Run with <c>DARI_ACCEPT=1</c> to approve a change, and read the difference of the surface files before committing it.
/// </summary>
public sealed class BundledLockTests
{
    [Theory]
    [InlineData("dari.openapi.yaml", "Dari.Agents", "DariClient")]
    [InlineData("sandbox.openapi.yaml", "Dari.Sandboxes", "SandboxClient")]
    [InlineData("snapshot.openapi.json", "Dari.Snapshots", "SnapshotClient")]
    public void A_bundled_document_is_the_approved_one(string name, string space, string client)
    {
        string path = RepositoryFolder.Path("specs/" + name);
        string lockPath = RepositoryFolder.Path("specs/" + name.Split('.')[0] + ".lock.json");
        string surfacePath = RepositoryFolder.Path("specs/" + name.Split('.')[0] + ".api.txt");
        SpecVersion version = DocumentFile.Read(LoneDocument.Request(path, []) with { Namespace = space, ClientName = client }, default).Version!;
        if (Environment.GetEnvironmentVariable("DARI_ACCEPT") == "1")
        {
            File.WriteAllText(lockPath, LockText.Write(SpecLock.Of(version, name)));
            File.WriteAllText(surfacePath, SurfaceWriter.Text(version.Surface));
        }

        File.ReadAllText(surfacePath).ShouldBe(SurfaceWriter.Text(version.Surface));
        SpecLock approved = LockText.Read(new SpecSource(lockPath, SourceText.From(File.ReadAllText(lockPath))), out _, default)!;
        approved.Approves(version).ShouldBeTrue(string.Join("\n", SpecDiff.Compare(approved.ToVersion()!, version).Changes
            .Where(change => change.Level > Level.Safe).Select(change => change.Message)));
    }
}
