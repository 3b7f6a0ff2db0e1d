namespace Dari.Generator.Tests.Snapshots;

/// <summary>The means of the other tests must itself be able to fail.</summary>
public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dari-snapshot-").FullName;

    private string TestFile => Path.Combine(_folder, "SomeTests.cs");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_text_without_a_verified_one_is_received_and_fails()
    {
        Should.Throw<SnapshotMismatchException>(() => VerifiedFile.Beside(TestFile, "A_case").Compare("a\n", accept: false));

        File.ReadAllText(Path.Combine(_folder, "SomeTests.A_case.received.cs")).ShouldBe("a\n");
        File.Exists(Path.Combine(_folder, "SomeTests.A_case.verified.cs")).ShouldBeFalse();
    }

    [Fact]
    public void An_accepted_text_is_verified_from_then_on()
    {
        VerifiedFile file = VerifiedFile.Beside(TestFile, "A_case");
        Should.Throw<SnapshotMismatchException>(() => file.Compare("a\n", accept: false));

        file.Compare("a\n", accept: true);
        file.Compare("a\n", accept: false);

        Directory.GetFiles(_folder).ShouldHaveSingleItem().ShouldEndWith("SomeTests.A_case.verified.cs");
    }

    [Fact]
    public void A_difference_shows_the_lines()
    {
        VerifiedFile file = VerifiedFile.Beside(TestFile, "A_case");
        file.Compare("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n", accept: true);

        SnapshotMismatchException difference = Should.Throw<SnapshotMismatchException>(
            () => file.Compare("one\ntwo\nthree\nfour\nfive\n6\nseven\neight\n", accept: false));

        difference.Message.ShouldContain("...\n  three\n  four\n  five\n- six\n+ 6\n  seven\n  eight");
        difference.Message.ShouldNotContain("two");
    }

    [Fact]
    public void Line_ends_of_a_checkout_do_not_count()
    {
        File.WriteAllText(Path.Combine(_folder, "SomeTests.A_case.verified.cs"), "a\r\nb\r\n");

        VerifiedFile.Beside(TestFile, "A_case").Compare("a\nb\n", accept: false);
    }

    [Fact]
    public void Code_that_does_not_compile_is_found()
    {
        var files = new Dictionary<string, string> { ["A.g.cs"] = "#nullable enable\ninternal class A { public string B; }\n" };

        Should.Throw<CompilationFailedException>(() => CompiledCode.Of(files)).Message.ShouldContain("CS8618");
    }

    [Fact]
    public void A_fragment_is_made_whole()
    {
        SpecFragment.Complete("components: {}").ShouldBe(
            "openapi: 3.1.0\ninfo: { title: Acme, version: \"1\" }\npaths: {}\ncomponents: {}\n");
        SpecFragment.Complete("openapi: 3.0.3\npaths:\n  /a: {}\n").ShouldStartWith("info:");
    }
}
