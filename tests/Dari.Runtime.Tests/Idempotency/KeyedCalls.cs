using System.Text.Json;
using Dari.Http;
using Dari.Idempotency;
using Dari.Json;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Idempotency;

/// <summary>Calls that carry a key, and clients with a journal.</summary>
internal static class KeyedCalls
{
    internal const string Header = "Idempotency-Key";

    internal static ApiPipeline To(LoopbackServer server, IIdempotencyJournal? journal) =>
        Service.To(server, new ClientOptions { IdempotencyJournal = journal });

    internal static ApiRequest Post(string json, string id = "a", string? query = null)
    {
        var request = new ApiRequest(HttpMethod.Post, $"/v1/jobs/{id}")
        {
            Content = Json(json),
            IdempotencyHeader = Header,
        };
        request.AddQuery("q", query);
        return request;
    }

    internal static ApiContent Json(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ApiContent.Json(document.RootElement.Clone(), JsonWrite.AnyValue);
    }

    internal static RequestOptions Named(string name) => new() { LogicalCall = name };

    internal static Task<string> SendAsync(ApiPipeline pipeline, ApiRequest request, RequestOptions? options) =>
        pipeline.SendAsync(request, JsonRead.String, options, default);

    internal static IEnumerable<string?> KeysOf(LoopbackServer server) =>
        server.Requests.Select(static request => request[Header]);
}
