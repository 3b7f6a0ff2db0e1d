using System;
using System.Threading;
using Dari.Generator.Diagnostics;

namespace Dari.Generator.Specs.Syntax;

/// <summary>Reads the text of a document as what it is, JSON or YAML; the first character tells.</summary>
internal static class SyntaxReader
{
    public static SpecNode? Read(SpecSource source, ProblemList problems, CancellationToken cancellationToken)
    {
        if (source.Text.Length > SyntaxLimits.Length)
        {
            problems.Add(DiagnosticDescriptors.LimitExceeded, 0, 0, "The document is longer than 128 million characters");
            return null;
        }

        string text = source.Text.ToString();
        return !LooksLikeJson(source, text, out bool isByName) ? YamlSyntaxReader.Read(text, problems, cancellationToken)
            : isByName && ReadMisnamed(source, text, problems, cancellationToken) is { } root ? root
            : ReadJson(source, text, problems, cancellationToken);
    }

    /// <summary>YAML that somebody called <c>.json</c>; a single word is no document in either.</summary>
    private static SpecNode? ReadMisnamed(SpecSource source, string text, ProblemList problems, CancellationToken cancellationToken)
    {
        var yamlProblems = new ProblemList(source);
        if (YamlSyntaxReader.Read(text, yamlProblems, cancellationToken) is not { Kind: SpecNodeKind.Object } root)
        {
            return null;
        }

        problems.Add(DiagnosticDescriptors.ReadLeniently, root.Start, root.Start, "This file", "JSON, as its name says", "YAML", "YAML");
        problems.AddRange(yamlProblems);
        return root;
    }

    private static SpecNode? ReadJson(SpecSource source, string text, ProblemList problems, CancellationToken cancellationToken)
    {
        var jsonProblems = new ProblemList(source);
        SpecNode? root = JsonSyntaxReader.Read(text, jsonProblems, cancellationToken);
        if (jsonProblems.HasErrors && HasExtension(source, ".yaml", ".yml"))
        {
            // YAML has a form that begins like JSON and allows more: unquoted words, comments, a comma at the end.
            var yamlProblems = new ProblemList(source);
            SpecNode? yamlRoot = YamlSyntaxReader.Read(text, yamlProblems, cancellationToken);
            if (!yamlProblems.HasErrors)
            {
                (root, jsonProblems) = (yamlRoot, yamlProblems);
            }
        }

        problems.AddRange(jsonProblems);
        return root;
    }

    private static bool LooksLikeJson(SpecSource source, string text, out bool isByName)
    {
        isByName = false;
        foreach (char character in text)
        {
            if (character is not (' ' or '\t' or '\r' or '\n' or '\uFEFF'))
            {
                isByName = character is not ('{' or '[') && HasExtension(source, ".json");
                return isByName || character is '{' or '[';
            }
        }

        return false;
    }

    private static bool HasExtension(SpecSource source, params string[] extensions) =>
        Array.Exists(extensions, extension => source.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
