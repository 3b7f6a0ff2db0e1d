using Dari.Generator.Tests.Documents;

namespace Dari.Generator.Tests.Snapshots;

/// <summary>
/// What each document of <c>specs/features</c> becomes: the shapes and the calls, without the code that reads and writes
/// JSON. All of it is compiled.
/// </summary>
public sealed class FeatureSnapshots
{
    public static TheoryData<string> Features => new([.. SpecDocuments.Features().Select(file => Path.GetFileNameWithoutExtension(file))]);

    [Theory]
    [MemberData(nameof(Features))]
    public void Feature(string name)
    {
        string text = File.ReadAllText(RepositoryFolder.Path("specs/features/" + name + ".yaml"));

        IReadOnlyDictionary<string, string> files = Snapshot.Generate(text);

        IEnumerable<string> shown = files
            .Where(file => !file.Key.EndsWith("Json.g.cs", StringComparison.Ordinal) && !file.Key.EndsWith("/AcmeClient.g.cs", StringComparison.Ordinal))
            .Select(file => "//HintName: " + file.Key + "\n" + file.Value);
        Snapshot.Match(string.Join("\n", shown), RepositoryFolder.Path("tests/Dari.Generator.Tests/Snapshots/Features/Feature.cs"), name);
    }
}
