using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dari.Generator.Binding;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Review.Locks;
using Dari.Generator.Specs;

namespace Dari.Generator.Review;

/// <summary>Binds a document and, where the project asks for it, says what a reviewer and the analyzer must know.</summary>
internal static class ReviewedBinder
{
    public static Bound<ClientModel> Bind(ClientRequest request, CancellationToken cancellationToken) => ClientBinder.Bind(
        request, (document, client, problems) => Review(request, document, client, problems, cancellationToken), cancellationToken);

    private static ClientModel Review(
        ClientRequest request, ApiDocument document, ClientModel client, ProblemList problems, CancellationToken cancellationToken)
    {
        if (request.Lock is null && request.Surface.Length == 0)
        {
            return client;
        }

        SpecVersion version = SpecVersion.Of(request, document, client, cancellationToken);
        IReadOnlyList<PendingUseModel> pending = request.Lock is { } source
            ? LockCheck.Apply(source, request, version, problems, cancellationToken)
            : [];
        string[] surface = request.Surface.Length > 0 ? [.. version.Surface.Select(line => line.ToString())] : [];
        return surface.Length + pending.Count == 0
            ? client
            : client with { Review = new ReviewModel(request.Surface, surface, pending.ToArray()) };
    }
}
