using System.Text.Json.Nodes;

namespace Dari.Emulator.Snapshot;

/// <summary>Reads members of a body that the document has already checked.</summary>
internal static class JsonMembers
{
    /// <summary>A whole number, as near to it as 64 bits allow; null where it is absent or null.</summary>
    public static long? Whole(this JsonObject members, string name) => members[name] switch
    {
        JsonValue value when value.TryGetValue(out long whole) => whole,
        // Written with a point or an exponent, or too large; the cast stays within its range.
        JsonValue value when value.TryGetValue(out double number) => (long)number,
        _ => null,
    };

    /// <summary>A truth value; null where it is absent or null.</summary>
    public static bool? Truth(this JsonObject members, string name) =>
        members[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    /// <summary>A map of texts; empty where it is absent or null.</summary>
    public static IReadOnlyDictionary<string, string> Texts(this JsonObject members, string name) =>
        (members[name] as JsonObject ?? []).ToDictionary(
            static pair => pair.Key, static pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal);

    /// <summary>An object of its own; empty where it is absent or null.</summary>
    public static JsonObject Copy(this JsonObject members, string name) => (JsonObject)(members[name] as JsonObject ?? []).DeepClone();
}
