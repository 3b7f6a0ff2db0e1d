using System.Net;
using System.Text.Json;
using Dari.Buffers;
using Dari.Http;

namespace Dari.OAuth;

/// <summary>One request to an authorization server and its answer. Redirects are not followed: the secret stays here.</summary>
internal sealed class OAuthExchange(OAuthClient client, Redaction redaction)
{
    private const long Longest = 1024 * 1024;

    // Shared, because a program has few authorization servers and many clients.
    private static readonly Lazy<HttpClient> Own = new(static () => new HttpClient(Handlers.Create()) { Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>The text of a member, if it is one.</summary>
    internal static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <exception cref="HttpRequestException">The server cannot be reached, or may answer later.</exception>
    /// <exception cref="OAuthException">The server refuses, or does not answer in JSON.</exception>
    internal async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        message.Headers.Accept.ParseAdd("application/json");
        using HttpResponseMessage response = await (client.HttpClient ?? Own.Value)
            .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);

        // Nothing was said of encodings, which allows all (RFC 9110, section 12.5.3).
        GzipContent.Unpack(response);
        using PooledBuffer body = (await BodyReader.ReadAsync(response.Content, Longest, cancellationToken).ConfigureAwait(false))!;
        JsonElement? answer = body.IsCut ? null : Parse(body.Written);
        string where = $"The authorization server {message.RequestUri!.Host} answered {(int)response.StatusCode}";
        if (response.IsSuccessStatusCode)
        {
            return answer is { } json
                ? (response.StatusCode, json)
                : throw new OAuthException($"{where} with a body that is not JSON.", response.StatusCode, null);
        }

        if (RetryPolicy.IsPassing((int)response.StatusCode))
        {
            throw new HttpRequestException($"{where}.", null, response.StatusCode);
        }

        string? error = answer is { } one ? Text(one, "error") : null;
        string? why = answer is { } other ? Text(other, "error_description") : null;
        string text = $"{where}{(error is null ? "" : $": {error}")}{(why is null ? "" : $" ({why})")}.";
        throw new OAuthException(redaction.Clean(text), response.StatusCode, error is null ? null : redaction.Clean(error));
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            return JsonElement.TryParseValue(ref reader, out JsonElement? json) ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
