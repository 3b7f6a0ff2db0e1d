using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;

namespace Dari.Corpus.Checks;

/// <summary>Stands for the service: keeps the request and answers it as the document declares.</summary>
internal sealed class Service(SpecJson spec, int seed) : HttpMessageHandler
{
    public JsonObject Operation { get; set; } = [];

    /// <summary>As the document writes it, such as <c>201</c> or <c>default</c>; empty when no success is declared.</summary>
    public string Status { get; set; } = "";

    public HttpRequestMessage? Request { get; private set; }

    public byte[]? Body { get; private set; }

    /// <summary>What was answered, for messages.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Statuses of success, else <c>default</c>, else none.</summary>
    public static IReadOnlyList<string> Successes(JsonObject operation)
    {
        string[] declared = [.. (operation["responses"] as JsonObject ?? []).Select(response => response.Key)];
        string[] successes = [.. declared.Where(status => status.StartsWith('2') && status.Length == 3)];
        return successes.Length > 0 ? successes : declared.Contains("default") ? ["default"] : [""];
    }

    public void Forget() => (Request, Body, Answer) = (null, null, "");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = request;
        Body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        int status = int.TryParse(Status, out int exact) ? exact : Status.Length == 0 ? 204 : Free();
        var response = new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request };
        if (Content(request.Headers.Accept) is (string type, var text) && status is not (204 or 205) && request.Method != HttpMethod.Head)
        {
            Answer = type + " " + text;
            response.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return response;
    }

    /// <summary>A status that only a range or <c>default</c> stands for.</summary>
    private int Free() => Enumerable.Range(Status.StartsWith('2') || Status == "default" ? 200 : 100 * (Status[0] - '0'), 100)
        .First(status => status is not (204 or 205) && (Operation["responses"] as JsonObject)?.ContainsKey(status.ToString(CultureInfo.InvariantCulture)) != true);

    private (string Type, string Text)? Content(HttpHeaderValueCollection<MediaTypeWithQualityHeaderValue> accept)
    {
        if (spec.Follow((Operation["responses"] as JsonObject)?[Status]) is not JsonObject response)
        {
            return null;
        }

        List<(string Type, JsonNode? Schema)> offered = spec.IsSwagger
            ? response["schema"] is { } schema
                ? [.. (Operation["produces"] as JsonArray ?? spec.Root["produces"] as JsonArray ?? ["application/json"]).Select(type => (type!.ToString(), (JsonNode?)schema))]
                : []
            : [.. (response["content"] as JsonObject ?? []).Select(media => (media.Key, spec.Follow(media.Value)?["itemSchema"] ?? spec.Follow(media.Value)?["schema"]))];
        if (offered.Count == 0)
        {
            return null;
        }

        string[] asked = [.. accept.Where(type => type.Quality is null or 1).Concat(accept).Select(type => type.MediaType ?? "")];
        (string Type, JsonNode? Schema) picked = asked
            .SelectMany(type => offered.Where(offer => Essence(offer.Type) == type))
            .FirstOrDefault(offered[0]);
        string name = Essence(picked.Type);
        JsonNode? Instance() => picked.Schema is null ? new JsonObject() : new InstanceWriter(spec, new Random(seed), Fullness.Some).Write(picked.Schema);
        return name.Contains('*', StringComparison.Ordinal) && !name.EndsWith("json", StringComparison.Ordinal)
            ? ("application/json", Instance()?.ToJsonString() ?? "null")
            : name == "text/event-stream" ? (name, "data: " + (Instance()?.ToJsonString() ?? "null") + "\n\n")
            : name.EndsWith("json", StringComparison.Ordinal) ? (picked.Type.Replace("*", "a", StringComparison.Ordinal), Instance()?.ToJsonString() ?? "null")
            : name.Contains("json", StringComparison.Ordinal) ? (picked.Type, (Instance()?.ToJsonString() ?? "null") + "\n")
            : (picked.Type, "text");
    }

    private static string Essence(string type) => type.Split(';')[0].Trim().ToLowerInvariant();
}
