using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Overlays;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Requests.Linking;

/// <summary>
/// Gives each request the texts that it needs beside its own: what it refers to, and its overlays. It gets no others, so
/// that saving a document runs only the clients again that are made from it.
/// </summary>
internal static class RequestLinker
{
    public static ImmutableArray<Bound<ClientRequest>> Link(
        ImmutableArray<Bound<ClientRequest>> requests,
        ImmutableArray<DocumentMentions> documents,
        ImmutableArray<OverlayItem> overlays)
    {
        var byPath = new Dictionary<string, DocumentMentions>(StringComparer.Ordinal);
        foreach (DocumentMentions document in documents)
        {
            byPath[document.Source.Path] = document;
        }

        string[] specs = [.. requests.Select(request => request.Value?.Source.Path).OfType<string>()];
        ILookup<string, SpecSource> overlaysOf = overlays
            .SelectMany(overlay => Targets(overlay, specs), (overlay, path) => (Path: path, overlay.Source))
            .ToLookup(pair => pair.Path, pair => pair.Source);

        var linked = ImmutableArray.CreateBuilder<Bound<ClientRequest>>(requests.Length);
        foreach (Bound<ClientRequest> request in requests)
        {
            linked.Add(request.Value is { } asked ? request with { Value = Link(asked, byPath, [.. overlaysOf[asked.Source.Path]]) } : request);
        }

        foreach (OverlayItem overlay in overlays)
        {
            if (Targets(overlay, specs).Count == 0)
            {
                linked.Add(new Bound<ClientRequest>(null, DiagnosticRule.Apply(overlay.Rules, new[] { Unused(overlay) })));
            }
        }

        return linked.ToImmutable();
    }

    private static ClientRequest Link(ClientRequest request, Dictionary<string, DocumentMentions> documents, SpecSource[] overlays)
    {
        // In the order of the first mention, so that the same project gives the same bytes.
        var found = new List<SpecSource>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { request.Source.Path };
        var open = new Queue<string>(overlays.Select(overlay => overlay.Path).Prepend(request.Source.Path));
        while (open.Count > 0)
        {
            if (!documents.TryGetValue(open.Dequeue(), out DocumentMentions? document))
            {
                continue;
            }

            foreach (string path in document.Paths)
            {
                if (seen.Add(path) && documents.TryGetValue(path, out DocumentMentions? other))
                {
                    found.Add(other.Source);
                    open.Enqueue(path);
                }
            }
        }

        return request with { References = found, Overlays = overlays };
    }

    private static IReadOnlyList<string> Targets(OverlayItem overlay, IReadOnlyList<string> specs)
    {
        if (overlay.For.Count > 0)
        {
            return [.. overlay.For.SelectMany(name => Named(overlay, name, specs)).Distinct()];
        }

        return OverlayHead.Extends(overlay.Source) is { } extends ? Named(overlay, extends, specs) : [];
    }

    /// <summary>By its path from the project or from the overlay, else by its file name.</summary>
    private static IReadOnlyList<string> Named(OverlayItem overlay, string name, IReadOnlyList<string> specs)
    {
        string[] paths = [SpecPath.Resolve(overlay.ProjectFolder + "/_", name), SpecPath.Resolve(overlay.Source.Path, name)];
        string[] found = [.. specs.Where(spec => paths.Contains(SpecPath.Normalize(spec), StringComparer.OrdinalIgnoreCase))];
        return found.Length > 0
            ? found
            : [.. specs.Where(spec => string.Equals(SpecPath.FileName(spec), SpecPath.FileName(name), StringComparison.OrdinalIgnoreCase))];
    }

    private static DiagnosticInfo Unused(OverlayItem overlay) => DiagnosticInfo.Create(
        DiagnosticDescriptors.OverlayUnused,
        LocationInfo.StartOf(overlay.Source.Path),
        SpecPath.FileName(overlay.Source.Path),
        overlay.For.Count > 0
            ? "no OpenApiSpec item is called '" + string.Join(";", overlay.For) + "'"
            : "it has no For, and no OpenApiSpec item is what its 'extends' names");
}
