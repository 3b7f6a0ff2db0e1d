using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;

namespace Dari.Corpus.Checks;

/// <summary>Holds a request that was sent against what the document says about the operation.</summary>
internal static class RequestReading
{
    /// <summary>The first thing that is wrong, or <see langword="null"/>.</summary>
    public static string? Fault(SpecJson spec, (string Method, string Path, JsonObject Operation, JsonObject Item) declared, HttpRequestMessage request, byte[]? body)
    {
        if (request.Method.Method != declared.Method)
        {
            return "the method is " + request.Method;
        }

        string path = declared.Path.Split('?', '#')[0];
        string pattern = string.Join("[^/?]+", Regex.Split(path, "\\{[^{}]*\\}").Select(part => Regex.Escape(part)));
        bool isElsewhere = (declared.Operation["servers"] ?? declared.Item["servers"]) is not null;
        string sent = request.RequestUri!.AbsolutePath;
        if (!Regex.IsMatch(Uri.UnescapeDataString(sent.Replace("%2F", "%252F", StringComparison.Ordinal)), (isElsewhere ? "" : "^/base") + pattern + "$")
            && !Regex.IsMatch(sent, (isElsewhere ? "" : "^/base") + pattern + "$"))
        {
            return "the path is " + sent;
        }

        string[] names = [.. request.RequestUri.Query.TrimStart('?').Split('&').Select(pair => Uri.UnescapeDataString(pair.Split('=')[0]))];
        foreach (JsonObject parameter in Parameters(spec, declared.Operation, declared.Item))
        {
            string name = parameter["name"]?.ToString() ?? "";
            bool isSent = parameter["in"]?.ToString() switch
            {
                "query" => IsObject(spec, parameter) || names.Any(sent => sent == name || sent.StartsWith(name + "[", StringComparison.Ordinal)),
                "header" => name.ToLowerInvariant() is "accept" or "content-type" or "authorization"
                    || !IsToken(name)
                    || request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
                        .Any(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)),
                "cookie" => !IsToken(name) || request.Headers.TryGetValues("Cookie", out IEnumerable<string>? cookies)
                    && (IsObject(spec, parameter) || cookies.Any(cookie => cookie.Contains(name + "=", StringComparison.Ordinal))),
                _ => true,
            };
            if (!isSent)
            {
                return $"the {parameter["in"]} parameter {name} is missing in {request.RequestUri.PathAndQuery}";
            }
        }

        return Body(spec, declared, request, body);
    }

    public static IEnumerable<JsonObject> Parameters(SpecJson spec, JsonObject operation, JsonObject item)
    {
        JsonObject[] own = [.. Read(operation)];
        return own.Concat(Read(item).Where(shared => !own.Any(one => Key(one) == Key(shared))));

        IEnumerable<JsonObject> Read(JsonObject holder) => (holder["parameters"] as JsonArray ?? []).Select(spec.Follow).OfType<JsonObject>();

        static string Key(JsonObject parameter) => parameter["in"] + " " + parameter["name"];
    }

    private static string? Body(
        SpecJson spec, (string Method, string Path, JsonObject Operation, JsonObject Item) declared, HttpRequestMessage request, byte[]? body)
    {
        string[] types;
        if (spec.IsSwagger)
        {
            JsonObject[] parts = [.. Parameters(spec, declared.Operation, declared.Item).Where(parameter => parameter["in"]?.ToString() is "body" or "formData")];
            if (parts.Length == 0)
            {
                return body is { Length: > 0 } ? "a body was sent and none is declared" : null;
            }

            types = [.. (declared.Operation["consumes"] as JsonArray ?? spec.Root["consumes"] as JsonArray ?? []).Select(type => type!.ToString())];

            // Swagger 2.0: form data is sent as a form, and consumes says only as which.
            if (parts.Any(part => part["in"]?.ToString() == "formData"))
            {
                string[] forms = [.. types.Where(type => type is "application/x-www-form-urlencoded" or "multipart/form-data")];
                types = forms.Length > 0 ? forms : [parts.Any(part => part["type"]?.ToString() == "file") ? "multipart/form-data" : "application/x-www-form-urlencoded"];
            }
        }
        else if (spec.Follow(declared.Operation["requestBody"]) is JsonObject { } one && one["content"] is JsonObject { Count: > 0 } content)
        {
            // A name that is no media type cannot be sent; a form without fields is a body of no bytes (WHATWG URL, 5.2).
            types = [.. content.Select(media => media.Key is { } name && IsMediaType(name) ? name : "*/*")];
            if (body is null && content.Any(media => media.Key.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) && HasNoFields(spec, media.Value)))
            {
                return null;
            }
        }
        else
        {
            return body is { Length: > 0 } ? "a body was sent and none is declared" : null;
        }

        if (body is null)
        {
            return "the body is missing";
        }

        string sent = request.Content!.Headers.ContentType?.MediaType ?? "";
        if (types.Length > 0 && !types.Any(type => type.Contains('*', StringComparison.Ordinal) || type.Split(';')[0].Trim().Equals(sent, StringComparison.OrdinalIgnoreCase)))
        {
            return $"the body is {sent} and not {string.Join(" or ", types)}";
        }

        if (sent.EndsWith("/json", StringComparison.Ordinal) || sent.EndsWith("+json", StringComparison.Ordinal))
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 256 });
        }

        return null;
    }

    private static bool HasNoFields(SpecJson spec, JsonNode? media) =>
        new FlatSchema(spec, spec.Follow(media)?["schema"]) is { Properties.Count: 0, Choices.Count: 0, Additional: null } flat && flat.Types?.Contains("object") == true;

    private static bool IsMediaType(string name) => name.Split(';')[0].Trim().Split('/') is { Length: 2 } parts && parts.All(IsToken);

    /// <summary>RFC 9110, 5.6.2; what is none cannot name a header or cookie.</summary>
    private static bool IsToken(string name) => Regex.IsMatch(name, "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$");

    private static bool IsObject(SpecJson spec, JsonObject parameter)
    {
        var flat = new FlatSchema(spec, parameter["schema"] ?? parameter);
        return flat.Choices.Count > 0 || flat.Properties.Count > 0 || flat.Types is null || flat.Types.Contains("object");
    }
}
