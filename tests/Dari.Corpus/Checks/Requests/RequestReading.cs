using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Checks.Requests;

/// <summary>Holds a request that was sent against what the document says about the operation, and the values that were given.</summary>
internal static class RequestReading
{
    /// <summary>The first thing that is wrong, or <see langword="null"/>.</summary>
    public static string? Fault(SpecJson spec, DeclaredOperation declared, CallValues values, HttpRequestMessage request, byte[]? body)
    {
        if (request.Method.Method != declared.Method)
        {
            return "the method is " + request.Method;
        }

        (DeclaredParameter Parameter, JsonNode? Value)[] path =
            [.. declared.Parameters.Where(parameter => parameter.Place == "path").Select(parameter => (parameter, values.Of(parameter)))];
        return PathReading.Fault(declared.Path, request.RequestUri!.AbsolutePath, declared.HasServers, path)
            ?? Query(spec, declared, values, request.RequestUri)
            ?? Headers(declared, values, request)
            ?? Cookies(spec, declared, values, request)
            ?? BodyReading.Fault(spec, declared, values, request, body);
    }

    private static string? Query(SpecJson spec, DeclaredOperation declared, CallValues values, Uri address)
    {
        var pairs = new PairReading(address.Query.TrimStart('?'));
        foreach (DeclaredParameter parameter in declared.Parameters.Where(parameter => parameter.Place == "query"))
        {
            if (values.Of(parameter) is { } value
                && Take(pairs, parameter, value) is { } fault)
            {
                return $"the query parameter {fault} for {Text.Short(value.ToJsonString(), 80)} in {address.Query}";
            }
        }

        // Some documents write a query into the path; keys may travel in one.
        foreach (string pair in declared.Path.Split('#')[0].Split('?').Skip(1).SelectMany(query => query.Split('&')))
        {
            pairs.TakeAll(pair.Split('=')[0]);
        }

        foreach (JsonObject scheme in spec.SecuritySchemes.Where(scheme => scheme["in"]?.ToString() == "query"))
        {
            pairs.TakeAll(scheme["name"]?.ToString() ?? "");
        }

        return pairs.Rest.Count == 0 ? null : "the query has what was not given: " + pairs.Rest[0];
    }

    private static string? Take(PairReading pairs, DeclaredParameter parameter, JsonNode value) =>
        parameter is { IsWhole: true, ContentType: not "application/x-www-form-urlencoded" } ? pairs.TakeText(value)
        : parameter.ContentType is { } type && type != "application/x-www-form-urlencoded"
            && (value is JsonObject or JsonArray || type.Contains("json", StringComparison.Ordinal))
        ? pairs.Json(parameter.Name, value)
        : pairs.Take(parameter.Name, value, parameter.ContentType is null ? parameter.Style : "form", parameter.IsExploded);

    private static string? Headers(DeclaredOperation declared, CallValues values, HttpRequestMessage request)
    {
        foreach (DeclaredParameter parameter in declared.Parameters.Where(parameter => parameter is { Place: "header", CanBeSent: true }))
        {
            string? sent = request.Headers.NonValidated.TryGetValues(parameter.Name, out var own) ? own.ToString()
                : request.Content is { } content && content.Headers.NonValidated.TryGetValues(parameter.Name, out var others) ? others.ToString() : null;
            if (values.Of(parameter) is not { } value)
            {
                // A client says who it is, whether or not a parameter does (RFC 9110, 10.1.5).
                if (sent is not null && !values.IsFilledIn(parameter) && !parameter.Name.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
                {
                    return $"the header {parameter.Name} is {sent} and was not given";
                }
            }
            else if (sent is null || !IsSame(parameter, value, sent))
            {
                return $"the header {parameter.Name} is {sent ?? "missing"} for {Text.Short(value.ToJsonString(), 80)}";
            }
        }

        return null;
    }

    private static bool IsSame(DeclaredParameter parameter, JsonNode value, string sent)
    {
        if (parameter.ContentType is { } type && (value is JsonObject or JsonArray || type.Contains("json", StringComparison.Ordinal)))
        {
            return WireValue.IsSameJson(value, sent);
        }

        if (value is JsonObject && parameter is { IsExploded: true, Place: "header" })
        {
            return WireValue.IsJoined((JsonObject)value, sent, ',', '=');
        }

        return value is JsonObject members ? WireValue.IsJoined(members, sent, ',', ',')
            : value is JsonValue ? WireValue.IsSame(value, sent) : WireValue.IsJoined(WireValue.Items(value), sent, ',');
    }

    private static string? Cookies(SpecJson spec, DeclaredOperation declared, CallValues values, HttpRequestMessage request)
    {
        string[][] sent = request.Headers.NonValidated.TryGetValues("Cookie", out var header)
            ? [.. header.ToString().Split("; ").Select(cookie => cookie.Split('=', 2))]
            : [];
        var names = new HashSet<string>(spec.SecuritySchemes.Where(scheme => scheme["in"]?.ToString() == "cookie").Select(scheme => scheme["name"]?.ToString() ?? ""));
        foreach (DeclaredParameter parameter in declared.Parameters.Where(parameter => parameter is { Place: "cookie", CanBeSent: true }))
        {
            names.Add(parameter.Name);
            string[] found = [.. sent.Where(cookie => cookie[0] == parameter.Name).Select(cookie => Uri.UnescapeDataString(cookie[1]))];
            if (values.Of(parameter) is { } value && !found.Any(text => IsSame(parameter, value, text)))
            {
                return $"the cookie {parameter.Name} is {string.Join(" and ", found)} for {Text.Short(value.ToJsonString(), 80)}";
            }
        }

        if (declared.Parameters.Any(parameter => parameter.Place == "header" && parameter.Name.Equals("cookie", StringComparison.OrdinalIgnoreCase)))
        {
            return null; // Cookies as a header: nothing tells one from the other.
        }

        return sent.FirstOrDefault(cookie => !names.Contains(cookie[0])) is { } other ? "the cookie " + other[0] + " was not given" : null;
    }
}
