using System.Collections.Generic;
using System.Threading;
using Dari.Generator.Binding;
using Dari.Generator.Binding.Operations;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Surface;
using Dari.Generator.Specs;

namespace Dari.Generator.Review;

/// <summary>One version of a document as a review sees it: what it says to both sides, and what became of it in C#.</summary>
internal sealed record SpecVersion(ContractNode Contract, IReadOnlyList<SurfaceLine> Surface)
{
    /// <returns><see langword="null"/> when the document cannot be read; the problems say why.</returns>
    public static SpecVersion? Read(ClientRequest request, ProblemList problems, CancellationToken cancellationToken) =>
        SpecReader.Read(request.Input, problems, cancellationToken) is { } document
            ? Of(request, document, ClientBinder.Bind(request, document, problems, cancellationToken), cancellationToken)
            : null;

    public static SpecVersion Of(ClientRequest request, ApiDocument document, ClientModel client, CancellationToken cancellationToken) => new(
        ContractReader.Read(
            document, OperationSelector.Select(request, document), isWhole: !OperationSelector.IsFiltered(request), cancellationToken),
        SurfaceWriter.Write(client));
}
