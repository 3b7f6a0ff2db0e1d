namespace Dari.Package.Tests;

/// <summary>Programs that users would write.</summary>
internal static class Programs
{
    public const string Digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>The five lines: reserves a place for an archive and prints its id.</summary>
    public const string FiveLines = $$"""
        using Dari.Agents;

        using var dari = new DariClient();
        var snapshot = await dari.SourceSnapshots.CreateAsync(new() { Sha256 = "{{Digest}}", SizeBytes = 18432 });
        Console.WriteLine(snapshot.SourceSnapshotId + " " + snapshot.Status.Value);
        """;

    /// <summary>Names something of each of the three clients, so that their absence would not compile.</summary>
    public const string AllClients = """
        using Dari.Agents;
        using Dari.Sandboxes;
        using Dari.Snapshots;

        using var dari = new DariClient();
        using var sandbox = new SandboxClient();
        using var snapshot = new SnapshotClient();
        Console.WriteLine($"{dari.SourceSnapshots} {sandbox.Sandboxes} {snapshot.Snapshots}");
        """;

    public const string Nothing = "Console.WriteLine(\"nothing\");";

    /// <summary>What the five lines print when the call went through.</summary>
    public const string FiveLinesOutput = "src_456 pending_upload";

    /// <summary>What the service must have been asked.</summary>
    public const string FiveLinesRequest =
        "POST /v1/source-snapshots Bearer key_of_the_test "
        + $$"""{"format":"tar.gz","sha256":"{{Digest}}","size_bytes":18432}""";
}
