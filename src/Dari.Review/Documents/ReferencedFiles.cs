using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Review.Documents;

/// <summary>
/// Finds the files that a document refers to, where no project says which belong to it: those that its references name by
/// path. Nothing is fetched, and a file that is not there is left to the generator to name.
/// </summary>
internal static class ReferencedFiles
{
    /// <summary>More would be a document made to read a disk.</summary>
    private const int MaxFiles = 1000;

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <param name="documents">The document, and its overlays.</param>
    /// <returns>In the order of their first mention, each once.</returns>
    /// <exception cref="DocumentException">One of them is there and cannot be read, or there are too many.</exception>
    public static IReadOnlyList<SpecSource> Find(IReadOnlyList<SpecSource> documents)
    {
        var found = new List<SpecSource>();
        var seen = new HashSet<string>(documents.Select(document => SpecPath.Normalize(document.Path)), StringComparer.Ordinal);
        var open = new Queue<SpecSource>(documents);
        while (open.TryDequeue(out SpecSource? document))
        {
            foreach (string path in Mentioned(document))
            {
                if (!seen.Add(SpecPath.Normalize(path)) || !File.Exists(path))
                {
                    continue;
                }

                if (found.Count == MaxFiles)
                {
                    throw new DocumentException("'" + documents[0].Path + "' refers to more than " + MaxFiles + " files.");
                }

                SpecSource other = DiskText.Source(path);
                found.Add(other);
                open.Enqueue(other);
            }
        }

        return found;
    }

    private static IEnumerable<string> Mentioned(SpecSource document)
    {
        // What is wrong with its syntax is told when it is read for good.
        SpecNode? root = MayRefer(document) ? SyntaxReader.Read(document, new ProblemList(document), CancellationToken.None) : null;
        var open = new Stack<SpecNode>(root is null ? [] : [root]);
        while (open.TryPop(out SpecNode? node))
        {
            foreach (SpecNode item in node.Items.Reverse())
            {
                open.Push(item);
            }

            foreach (SpecMember member in node.Members.Reverse())
            {
                open.Push(member.Value);
            }

            if (node.Kind == SpecNodeKind.String && FileIn(node.Text) is { } reference)
            {
                yield return SpecPath.Resolve(document.Path, Uri.UnescapeDataString(reference));
            }
        }
    }

    /// <summary>A reading of all that is text saves one of the tree: most documents are one file.</summary>
    private static bool MayRefer(SpecSource document)
    {
        string text = document.Text.ToString();
        return Array.Exists(Extensions, extension => text.Contains(extension, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Any text that reads as a file's path: also mappings of discriminators and operations of links are such.</summary>
    private static string? FileIn(string text)
    {
        int fragment = text.IndexOf('#', StringComparison.Ordinal);
        string path = fragment < 0 ? text : text[..fragment];
        return path.Length is > 0 and < 1024 && !SpecPath.IsUri(path) && !path.Contains('\n', StringComparison.Ordinal)
            && Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            ? path
            : null;
    }
}
