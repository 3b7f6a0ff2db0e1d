namespace Dari.Cli.Manifests;

/// <summary>What was found in the files of a manifest so far.</summary>
internal sealed class Findings
{
    private readonly List<ManifestProblem> _problems = [];
    private readonly List<ManifestFile> _files = [];

    /// <summary>The problems in the order of their places, the manifest itself first.</summary>
    public IReadOnlyList<ManifestProblem> Problems =>
    [
        .. _problems
            .OrderBy(static problem => problem.File != ManifestReader.FileName)
            .ThenBy(static problem => problem.File, StringComparer.Ordinal)
            .ThenBy(static problem => problem.Line)
            .ThenBy(static problem => problem.Column),
    ];

    /// <summary>The files and folders that are named and exist.</summary>
    public IReadOnlyList<ManifestFile> Files => _files;

    public void Add(Place place, string message, string remedy) =>
        _problems.Add(new ManifestProblem(place.File, place.Line, place.Column, place.Key, message, remedy));

    public void Add(ManifestFile file) => _files.Add(file);
}
