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
    /// <summary>Digest of its words for people, where a lock kept nothing else of them.</summary>
    public string? WordsDigest { get; init; }

    /// <returns>Without a value when the document cannot be read; the problems say why.</returns>
    public static Bound<SpecVersion> Read(ClientRequest request, CancellationToken cancellationToken)
    {
        SpecVersion? version = null;
        Bound<ClientModel> bound = ClientBinder.Bind(
            request,
            (document, client, _) =>
            {
                version = Of(request, document, client, cancellationToken);
                return client;
            },
            cancellationToken);
        return new Bound<SpecVersion>(version, bound.Problems);
    }

    public static SpecVersion Of(ClientRequest request, ApiDocument document, ClientModel client, CancellationToken cancellationToken) => new(
        ContractReader.Read(
            document,
            OperationSelector.Select(request, document),
            OperationSelector.SelectWebhooks(request, document),
            isWhole: !OperationSelector.IsFiltered(request),
            cancellationToken),
        SurfaceWriter.Write(client));
}
