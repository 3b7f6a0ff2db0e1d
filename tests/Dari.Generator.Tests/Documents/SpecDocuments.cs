namespace Dari.Generator.Tests.Documents;

/// <summary>
/// The documents of the repository, for what must hold of any document. <c>DARI_CORPUS</c> names a folder with more of
/// them, which a machine may have.
/// </summary>
internal static class SpecDocuments
{
    public const string CorpusVariable = "DARI_CORPUS";

    public static string[] Bundled() => In(RepositoryFolder.Path("specs"));

    public static string[] Features() => In(RepositoryFolder.Path("specs/features"));

    public static string[] Corpus() => Environment.GetEnvironmentVariable(CorpusVariable) is { Length: > 0 } folder ? In(folder) : [];

    private static string[] In(string folder) =>
        [.. (Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
            .Where(file => Path.GetExtension(file) is ".yaml" or ".json")
            .Order(StringComparer.Ordinal)];
}
