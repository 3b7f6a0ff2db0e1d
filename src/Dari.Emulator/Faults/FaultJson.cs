using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dari.Emulator.Faults;

/// <summary>Rules in JSON: names in camel case, and none that is not known.</summary>
public static class FaultJson
{
    internal static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads rules: a list of them, or a single one.</summary>
    /// <param name="json">Such as <c>[{ "service": "dari", "times": 2, "fault": { "kind": "status", "status": 503 } }]</c>.</param>
    /// <exception cref="ArgumentException">It is not JSON, or not a rule; the message says where.</exception>
    public static IReadOnlyList<FaultRule> Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            IReadOnlyList<FaultRule?> rules = json.AsSpan().TrimStart().StartsWith("[")
                ? JsonSerializer.Deserialize<FaultRule?[]>(json, Options) ?? []
                : [JsonSerializer.Deserialize<FaultRule>(json, Options)];
            foreach (FaultRule? rule in rules)
            {
                (rule ?? throw new ArgumentException("A rule is an object, and not null.")).Check();
            }

            return [.. rules.OfType<FaultRule>()];
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new ArgumentException($"This is not a fault rule: {exception.Message}", exception);
        }
    }
}
