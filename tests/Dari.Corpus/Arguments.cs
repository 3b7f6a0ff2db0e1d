using System.Globalization;
using System.IO.Enumeration;

namespace Dari.Corpus;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(
    string Folder, string Only, int Seed, int Rounds, int Jobs, string? Json, string? Keep, int Mutants, bool IsTogether)
{
    public const string Usage = "Dari.Corpus FOLDER [--only GLOB] [--seed N] [--rounds N] [--jobs N] [--json FILE] [--keep DIR] [--mutate N] [--together]";

    /// <summary>A seed for each round: values are made anew, the document is generated and compiled once.</summary>
    public IEnumerable<int> Seeds => Enumerable.Range(Seed, Rounds);

    /// <summary><see langword="null"/> when the line cannot be understood.</summary>
    public static Arguments? Parse(string[] line)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        string? folder = null;
        for (int i = 0; i < line.Length; i++)
        {
            if (!line[i].StartsWith("--", StringComparison.Ordinal))
            {
                if (folder is not null)
                {
                    return null;
                }

                folder = line[i];
            }
            else if (line[i] == "--together")
            {
                options[line[i]] = "";
            }
            else if (line[i] is "--only" or "--seed" or "--rounds" or "--jobs" or "--json" or "--keep" or "--mutate" && i + 1 < line.Length)
            {
                options[line[i]] = line[++i];
            }
            else
            {
                return null;
            }
        }

        if (folder is null || Number("--seed", 1) is not { } seed || Number("--jobs", Environment.ProcessorCount) is not { } jobs
            || Number("--mutate", 0) is not { } mutants || Number("--rounds", 1) is not { } rounds)
        {
            return null;
        }

        return new Arguments(
            folder,
            options.GetValueOrDefault("--only", "*"),
            seed,
            Math.Max(1, rounds),
            Math.Max(1, jobs),
            options.GetValueOrDefault("--json"),
            options.GetValueOrDefault("--keep"),
            mutants,
            options.ContainsKey("--together"));

        int? Number(string name, int otherwise) =>
            !options.TryGetValue(name, out string? text) ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value
            : null;
    }

    /// <summary>The documents of the folder, by name.</summary>
    public IReadOnlyList<string> Documents() =>
    [
        .. Directory.EnumerateFiles(Folder)
            .Where(path => Path.GetExtension(path) is ".json" or ".yaml" or ".yml")
            .Where(path => Only.Split(';').Any(glob => FileSystemName.MatchesSimpleExpression(glob, Path.GetFileName(path))))
            .Order(StringComparer.Ordinal),
    ];
}
