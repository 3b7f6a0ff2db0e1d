using Dari.Archiving;
using Dari.Cli.Manifests;
using Dari.Cli.Output;

namespace Dari.Cli.Deploying;

/// <summary>Looks on while a bundle is packed: shows how far it is, and notes which of the needed files came by.</summary>
internal sealed class BundleWatch(IReadOnlyList<ManifestFile> needed, Action<string> showProgress) : IProgress<ArchiveProgress>
{
    private readonly HashSet<string> _missing = [.. needed.Select(static file => file.Path)];
    private readonly string[] _folders = [.. needed.Where(static file => file.IsFolder).Select(static file => file.Path).Distinct()];

    public void Report(ArchiveProgress value)
    {
        _missing.Remove(value.EntryName);
        _missing.RemoveWhere(path => path.EndsWith('/') && value.EntryName.StartsWith(path, StringComparison.Ordinal));
        showProgress($"{value.Files} files, {Sizes.Text(value.Bytes)}");
    }

    /// <exception cref="CliException">A file did not come by.</exception>
    public void ThrowIfLeftOut()
    {
        ManifestFile[] left = [.. needed.Where(file => _missing.Contains(file.Path)).DistinctBy(static file => file.Path)];
        if (left.Length > 0)
        {
            ManifestProblem[] problems = [.. left.Select(static file => new ManifestProblem(
                file.Place.File, file.Place.Line, file.Place.Column, file.Place.Key, $"'{file.Path}' exists, but is left out of the archive.", "Take it out of .gitignore."))];
            throw ManifestFailure.Of(problems);
        }
    }
}
