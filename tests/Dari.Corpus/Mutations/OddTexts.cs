namespace Dari.Corpus.Mutations;

/// <summary>Names and values that documents have and C# does not like.</summary>
internal static class OddTexts
{
    public static readonly string[] Names =
    [
        "class", "Task", "System", "string", "Object", "List", "value", "Value", "Type", "Json", "reader", "writer", "hint", "rest", "Names",
        "ToString", "GetType", "Equals", "GetHashCode", "Clone", "EqualityContract", "PrintMembers", "MemberwiseClone", "Finalize",
        "a-b", "a.b", "a_b", "aB", "AB", "$ref", "$type", "@id", "1st", "400Error", "+1", "-1", "[]", "filter[x]", "a b", "日本", "été", "_", "__", "x y z",
        "List«string»", "Generic`1", "Map<string,int>", "a/b", "a~b", "a%b", "quote\"d", "back\\slash", "options", "cancellationToken", "request", "body",
        "AdditionalProperties", "Optional", "Dari", "Http", "Uri", "Guid", "DateTime", "Stream", "JsonElement", "Client", "Default", "Unknown", "Error", "Result",
    ];

    public static readonly string[] Values =
        ["", " ", "-", "+1", "-1", "1", "a", "A", "a b", "a-b", "a_b", "class", "null", "true", "==", "!=", "*", "日本", "quote\"d", "line\nfeed", "back\\slash", "Value", "ToString", "2024-01-01"];

    public static readonly string[] MediaTypes =
    [
        "application/json", "application/json; charset=utf-8", "application/vnd.acme.v2+json", "application/problem+json", "text/json", "application/*+json", "*/*",
        "text/plain", "text/csv", "application/xml", "application/octet-stream", "image/*", "application/pdf", "application/x-www-form-urlencoded",
        "multipart/form-data", "multipart/mixed", "application/x-ndjson", "text/event-stream", "application/yaml", "application/x-msgpack", "application/merge-patch+json",
    ];

    public static readonly string[] Formats =
    [
        "date-time", "date", "time", "duration", "uuid", "uri", "uri-reference", "email", "byte", "binary", "password", "int32", "int64", "uint32", "uint64", "float",
        "double", "decimal", "int8", "ipv4", "hostname", "unix-time", "google-datetime", "string", "made up",
    ];

    public static string Any(Random random, string[] texts) => texts[random.Next(texts.Length)];
}
