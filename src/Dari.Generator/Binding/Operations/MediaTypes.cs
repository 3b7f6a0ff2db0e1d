using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Kinds of media types, by their names.</summary>
internal static class MediaTypes
{
    public static string Essence(string name)
    {
        int end = name.IndexOf(';');
        return (end < 0 ? name : name.Substring(0, end)).Trim().ToLowerInvariant();
    }

    public static bool IsJson(string name) =>
        Essence(name) is "application/json" or "text/json" or "application/*+json"
        || (Essence(name).EndsWith("+json", StringComparison.Ordinal) && !IsLines(name));

    /// <summary>What to ask for: the name, but JSON where it stands for many or is no media type.</summary>
    public static string Range(string name)
    {
        bool isJson = WithoutCharset(name) == "application/json" || Essence(name) is "*/*" or "application/*";
        return isJson || name.Contains("*") || !IsValid(name) ? "application/json" : name;
    }

    /// <summary>In lower case and without its charset: text is sent and read in any encoding.</summary>
    public static string WithoutCharset(string name) => string.Join(";", name.ToLowerInvariant().Split(';')
        .Select(part => part.Trim())
        .Where(part => !part.StartsWith("charset", StringComparison.Ordinal)));

    /// <summary>The name without a charset that is not that of what is sent.</summary>
    public static string InUtf8(string name) =>
        name.IndexOf("charset", StringComparison.OrdinalIgnoreCase) < 0 || name.IndexOf("utf-8", StringComparison.OrdinalIgnoreCase) >= 0
            ? name
            : WithoutCharset(name);

    /// <summary>Whether a name can be sent: two tokens and a slash between them (RFC 9110, 8.3.1).</summary>
    public static bool IsValid(string name) =>
        name.Split(';')[0].Trim().Split('/') is { Length: 2 } parts && parts.All(IsToken);

    /// <summary>RFC 9110, 5.6.2.</summary>
    public static bool IsToken(string text) =>
        text.Length > 0 && text.All(c => c is > ' ' and < '\x7f' && "\"(),/:;<=>?@[\\]{}".IndexOf(c) < 0);

    public static bool IsLines(string name) =>
        Essence(name) is "application/jsonl" or "application/x-ndjson" or "application/ndjson" or "application/json-lines"
            or "application/x-jsonlines" or "application/json-seq" or "application/stream+json";

    /// <summary>
    /// Whether a type says what to do with its JSON: the same value means another change as <c>merge-patch+json</c> (RFC
    /// 7396) than as <c>strategic-merge-patch+json</c>.
    /// </summary>
    public static bool IsPatch(string name) => Essence(name).EndsWith("patch+json", StringComparison.Ordinal);

    /// <summary>Whether a type is a way to write values of any shape, as JSON is; a file or a table is none.</summary>
    public static bool IsNotation(string name) =>
        Essence(name) is var essence
        && (essence is "text/plain" or "application/xml" or "text/xml" or "application/*+xml"
            or "application/yaml" or "application/x-yaml" or "text/yaml" or "text/x-yaml" or "text/vnd.yaml"
            or "application/cbor" or "application/msgpack" or "application/x-msgpack" or "application/vnd.msgpack" or "application/bson"
            or "application/protobuf" or "application/x-protobuf" or "application/avro"
            || (essence.EndsWith("+xml", StringComparison.Ordinal) && essence is not ("application/xhtml+xml" or "image/svg+xml"))
            || essence.EndsWith("+yaml", StringComparison.Ordinal) || essence.EndsWith("+cbor", StringComparison.Ordinal)
            || essence.EndsWith(".protobuf", StringComparison.Ordinal) || essence.EndsWith("+protobuf", StringComparison.Ordinal));

    public static bool IsEvents(string name) => Essence(name) == "text/event-stream";

    public static bool IsMultipart(string name) => Essence(name).StartsWith("multipart/", StringComparison.Ordinal);

    public static bool IsUrlEncoded(string name) => Essence(name) == "application/x-www-form-urlencoded";

    public static bool IsText(string name) =>
        Essence(name) is var essence
        && (essence.StartsWith("text/", StringComparison.Ordinal)
            || essence is "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript" or "application/jwt"
            || essence.EndsWith("+xml", StringComparison.Ordinal)
            || essence.EndsWith("+yaml", StringComparison.Ordinal));

    /// <summary>The first media type of the first rule that any fits; <c>*/*</c> counts as JSON when it has a schema.</summary>
    public static ApiMediaType? Preferred(IReadOnlyList<ApiMediaType> content, params Func<string, bool>[] rules)
    {
        foreach (Func<string, bool> rule in rules)
        {
            for (int i = 0; i < content.Count; i++)
            {
                if (rule(content[i].Name))
                {
                    return content[i];
                }
            }
        }

        return null;
    }
}
