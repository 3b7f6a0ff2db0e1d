using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Dari.Corpus.Checks.Requests;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;

namespace Dari.Corpus.Checks;

/// <summary>Stands for the service: keeps the request and answers it as the document declares.</summary>
internal sealed class Service(SpecJson spec, int seed) : HttpMessageHandler
{
    private JsonObject _operation = [];
    private string _status = "";

    public HttpRequestMessage? Request { get; private set; }

    public byte[]? Body { get; private set; }

    /// <summary>What was answered, for messages.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>The text that was answered.</summary>
    public string AnswerText { get; private set; } = "";

    /// <summary>The one event or line of a stream.</summary>
    public JsonNode? AnswerItem { get; private set; }

    /// <summary>The same where it was JSON.</summary>
    public JsonNode? AnswerJson { get; private set; }

    /// <summary>The document has a schema for the JSON.</summary>
    public bool IsTypedAnswer { get; private set; }

    public int SentStatus { get; private set; }

    public bool IsError => SentStatus >= 400;

    /// <summary>It leads elsewhere, or nothing has changed.</summary>
    public bool IsRedirect => SentStatus is >= 300 and < 400;

    /// <summary>Statuses of success, else <c>default</c>, else none.</summary>
    public static IReadOnlyList<string> Successes(JsonObject operation)
    {
        string[] declared = [.. (operation["responses"] as JsonObject ?? []).Select(response => response.Key)];
        string[] successes = [.. declared.Where(status => status.StartsWith('2') && status.Length == 3)];
        return successes.Length > 0 ? successes : declared.Contains("default") ? ["default"] : [""];
    }

    /// <summary>Statuses of errors and of what leads elsewhere, and <c>default</c> where it stands for what is no success.</summary>
    public static IReadOnlyList<string> Errors(JsonObject operation)
    {
        string[] successes = [.. Successes(operation)];
        return [.. (operation["responses"] as JsonObject ?? []).Select(response => response.Key)
            .Where(status => !successes.Contains(status) && (status == "default" || (status.Length == 3 && status[0] is '3' or '4' or '5')))];
    }

    /// <param name="operation">The operation that will be called.</param>
    /// <param name="status">As the document writes it, such as <c>201</c> or <c>default</c>; empty when no success is declared.</param>
    public void Begin(JsonObject operation, string status)
    {
        (_operation, _status) = (operation, status);
        (Request, Body, Answer, AnswerText, AnswerItem, AnswerJson, IsTypedAnswer, SentStatus) = (null, null, "", "", null, null, false, 0);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = request;
        Body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        int status = SentStatus = int.TryParse(_status, out int exact) ? exact : _status.Length == 0 ? 204 : Free();
        var response = new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request };
        if (Content(request.Headers.Accept) is (string type, var text, var json, bool isTyped) && status is not (204 or 205) && request.Method != HttpMethod.Head)
        {
            (Answer, AnswerText, AnswerJson, IsTypedAnswer) = (type + " " + text, text, json, isTyped);
            response.Content = new ByteArrayContent(BodyReading.EncodingOf(type).GetBytes(text));
            response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return response;
    }

    /// <summary>A status that only a range or <c>default</c> stands for.</summary>
    private int Free()
    {
        string[] declared = [.. (_operation["responses"] as JsonObject ?? []).Select(response => response.Key)];
        bool isError = _status == "default" && Successes(_operation)[0] != "default";
        int first = isError ? 400 : _status == "default" ? 200 : 100 * (_status[0] - '0');
        return Enumerable.Range(first, 200).First(status => status is not (204 or 205)
            && !declared.Contains(status.ToString(CultureInfo.InvariantCulture))
            && (_status != "default" || !declared.Contains(status / 100 + "XX", StringComparer.OrdinalIgnoreCase)));
    }

    private (string Type, string Text, JsonNode? Json, bool IsTyped)? Content(HttpHeaderValueCollection<MediaTypeWithQualityHeaderValue> accept)
    {
        if (spec.Follow((_operation["responses"] as JsonObject)?[_status]) is not JsonObject response)
        {
            return null;
        }

        List<(string Type, JsonNode? Schema)> offered = spec.IsSwagger
            ? response["schema"] is { } schema
                ? [.. Produced().Select(type => (type!.ToString(), (JsonNode?)schema))]
                : []
            : [.. (response["content"] as JsonObject ?? []).Select(media => (media.Key, spec.Follow(media.Value)?["itemSchema"] ?? spec.Follow(media.Value)?["schema"]))];
        if (offered.Count == 0)
        {
            return null;
        }

        string[] asked = [.. accept.Where(type => type.Quality is null or 1).Concat(accept).Select(type => type.MediaType ?? "")];
        (string Type, JsonNode? Schema) picked = asked
            .SelectMany(type => offered.Where(offer => Essence(offer.Type) == type))
            .Concat(offered.Where(offer => asked.Any(type => type.EndsWith("json", StringComparison.Ordinal)) && offer.Type.Contains("json", StringComparison.Ordinal)))
            .FirstOrDefault(offered[0]);
        string name = Essence(picked.Type);
        JsonNode? instance = picked.Schema is null ? new JsonObject() : new InstanceWriter(spec, new Random(seed), Fullness.Some) { HasUnknownValues = true }.Write(picked.Schema);
        string text = instance?.ToJsonString() ?? "null";
        AnswerItem = picked.Schema is null ? null : instance;
        bool isAnything = name.Contains('*', StringComparison.Ordinal) && !name.EndsWith("json", StringComparison.Ordinal);
        return name switch
        {
            _ when isAnything => ("application/json", text, null, false),
            "text/event-stream" => (name, "data: " + text + "\n\n", null, false),
            _ when name.EndsWith("/json", StringComparison.Ordinal) || name.EndsWith("+json", StringComparison.Ordinal) => (picked.Type.Replace("*", "a", StringComparison.Ordinal), text, instance, picked.Schema is not null),
            _ when name.Contains("json", StringComparison.Ordinal) => (picked.Type, text + "\n", null, false),
            _ => (picked.Type, "text", null, false),
        };
    }

    /// <summary>An empty list takes back what the document says for all operations.</summary>
    private JsonArray Produced() =>
        (_operation["produces"] as JsonArray ?? spec.Root["produces"] as JsonArray) is { Count: > 0 } types ? types : ["application/json"];

    private static string Essence(string type) => type.Split(';')[0].Trim().ToLowerInvariant();
}
