using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using Dari.Generator.Diagnostics;

namespace Dari.Generator.Requests;

/// <summary>
/// Holds the requests of a project against each other. Two documents in one namespace would both declare
/// <c>Error</c>, sooner or later, so each has a namespace to itself.
/// </summary>
internal static class RequestAdmission
{
    public static ImmutableArray<Bound<ClientRequest>> Admit(ImmutableArray<Bound<ClientRequest>> requests)
    {
        // The compiler compares file names without case, and they begin with the namespace.
        var takers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var surfaces = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var admitted = ImmutableArray.CreateBuilder<Bound<ClientRequest>>(requests.Length);
        foreach (Bound<ClientRequest> request in requests)
        {
            if (request.Value is not { } asked)
            {
                admitted.Add(request);
            }
            else if (!takers.TryGetValue(asked.Namespace, out string? taker))
            {
                // The targets of the package give each surface file a name of its own; one that has none of them is left out.
                takers.Add(asked.Namespace, asked.Source.Path);
                admitted.Add(surfaces.Add(asked.Surface) ? request : request with { Value = asked with { Surface = "" } });
            }
            else if (taker != asked.Source.Path)
            {
                admitted.Add(new Bound<ClientRequest>(null, DiagnosticRule.Apply(asked.Rules, new[] { Taken(asked, taker) })));
            }

            // Else the same file came twice, as an item of ours and of another generator: once is enough.
        }

        return admitted.ToImmutable();
    }

    private static DiagnosticInfo Taken(ClientRequest request, string taker) => DiagnosticInfo.Create(
        DiagnosticDescriptors.NamespaceTaken,
        LocationInfo.StartOf(request.Source.Path),
        Path.GetFileName(taker),
        request.Namespace);
}
