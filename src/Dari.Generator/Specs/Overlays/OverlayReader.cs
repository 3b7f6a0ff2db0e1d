using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Overlays.Paths;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays;

/// <summary>
/// Applies OpenAPI overlays (1.0, and <c>copy</c> of 1.1) to a tree. Each action sees what those before it made. What an
/// overlay brings in keeps its place in the overlay, so that a message about it points there.
/// </summary>
internal sealed class OverlayReader(ProblemList problems, CancellationToken cancellationToken)
{
    /// <param name="document">The tree of the document.</param>
    /// <param name="documentPath">By which pointers into the overlay are named.</param>
    /// <param name="overlay">The text of the overlay.</param>
    public SpecNode Apply(SpecNode document, string documentPath, SpecSource overlay)
    {
        var found = new ProblemList(overlay);
        SpecNode? root = SyntaxReader.Read(overlay, found, cancellationToken);
        if (problems.Texts.Add(overlay) is not { } offset)
        {
            problems.Add(DiagnosticDescriptors.LimitExceeded, 0, 0, "The overlays of this document are too long");
            return document;
        }

        problems.AddRange(found, offset);
        if (root is null)
        {
            return document;
        }

        root = ShiftedTree.Of(root, offset);
        string name = SpecPath.Relative(documentPath, overlay.Path);
        problems.AddTree(name, root);
        foreach (SpecPlace action in Actions(new SpecFile(overlay.Path, problems.Texts, root, name).RootPlace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            document = Apply(document, action);
        }

        return document;
    }

    private IEnumerable<SpecPlace> Actions(SpecPlace root)
    {
        if (root.Member("overlay") is not { } version)
        {
            Invalid(root, "it does not begin with 'overlay: 1.0.0'", isPoint: true);
            return [];
        }

        if (!problems.Texts.Written(version.Node).StartsWith("1.", System.StringComparison.Ordinal))
        {
            Invalid(version, "version '" + problems.Texts.Written(version.Node) + "' of overlays is not known");
            return [];
        }

        if (root.Member("actions") is not { IsArray: true } actions)
        {
            Invalid(root, "it has no list of 'actions'", isPoint: true);
            return [];
        }

        return actions.Items;
    }

    private SpecNode Apply(SpecNode document, SpecPlace action)
    {
        if (action.Member("target") is not { Node.Kind: SpecNodeKind.String } target)
        {
            Invalid(action, "it has no 'target'");
            return document;
        }

        if (Select(document, target) is not { } matches)
        {
            return document;
        }

        if (matches.Count == 0)
        {
            WithoutEffect(target, "'" + target.Node.Text + "' selects nothing");
            return document;
        }

        // "remove" has precedence (Overlay 1.0, 4.4.3).
        if (action.Node.IsTrue("remove"))
        {
            return Remove(document, matches, target);
        }

        SpecNode? update = action.Node.Member("update") is { } value ? value : Copied(document, action);
        if (update is null)
        {
            if (action.Member("copy") is null)
            {
                WithoutEffect(action, "it has neither 'update' nor 'remove: true'");
            }

            return document;
        }

        return Update(document, matches, update, action);
    }

    private SpecNode Remove(SpecNode document, IReadOnlyList<PathMatch> matches, SpecPlace target)
    {
        if (OverlayEdit.At(matches).Remove(document) is { } left)
        {
            return left;
        }

        Invalid(target, "it would remove the whole document");
        return document;
    }

    private SpecNode Update(SpecNode document, IReadOnlyList<PathMatch> matches, SpecNode update, SpecPlace action)
    {
        PathMatch[] fitting = [.. matches.Where(match => Fits(match.Node.Kind, update.Kind))];
        if (fitting.Length < matches.Count)
        {
            SpecNodeKind kind = matches.First(match => !Fits(match.Node.Kind, update.Kind)).Node.Kind;
            Invalid(action.Member("update") ?? action, SpecKinds.Name(update.Kind) + " cannot be merged into " + SpecKinds.Name(kind));
        }

        return OverlayEdit.At(fitting).Merge(document, update);
    }

    private static bool Fits(SpecNodeKind target, SpecNodeKind update) => target switch
    {
        SpecNodeKind.Array => true,
        SpecNodeKind.Object => update == SpecNodeKind.Object,
        SpecNodeKind.Null => true,
        _ => update is not (SpecNodeKind.Array or SpecNodeKind.Object),
    };

    /// <summary>1.1: the one value that <c>copy</c> selects.</summary>
    private SpecNode? Copied(SpecNode document, SpecPlace action)
    {
        if (action.Member("copy") is not { Node.Kind: SpecNodeKind.String } copy || Select(document, copy) is not { } sources)
        {
            return null;
        }

        if (sources.Count == 1)
        {
            return sources[0].Node;
        }

        Invalid(copy, "'copy' selects " + sources.Count.ToString(CultureInfo.InvariantCulture) + " values and not one");
        return null;
    }

    private IReadOnlyList<PathMatch>? Select(SpecNode document, SpecPlace query)
    {
        try
        {
            return PathEvaluator.Select(document, JsonPathReader.Read(query.Node.Text));
        }
        catch (JsonPathException exception)
        {
            Invalid(query, "the JSONPath '" + Shorten(query.Node.Text) + "' cannot be used: " + exception.Message);
            return null;
        }
    }

    private void WithoutEffect(SpecPlace place, string reason) => problems.AddAt(
        DiagnosticDescriptors.OverlayWithoutEffect, place.Node, place.Pointer.ToString(), place.Pointer.ToString(), reason);

    private void Invalid(SpecPlace place, string reason, bool isPoint = false)
    {
        // A whole file would be underlined otherwise.
        var start = new SpecNode { Kind = SpecNodeKind.Null, Start = place.Node.Start, End = place.Node.Start };
        problems.AddAt(
            DiagnosticDescriptors.InvalidOverlay, isPoint ? start : place.Node, place.Pointer.ToString(), place.Pointer.ToString(), reason);
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text.Substring(0, 200) + "...";
}
