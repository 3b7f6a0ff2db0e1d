using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dari.Emulator.Snapshot.Browser;

/// <summary>An element of a page.</summary>
/// <param name="Tag">Its tag in lower case.</param>
/// <param name="Text">Its text.</param>
internal sealed partial record PageElement(string Tag, string Text)
{
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public bool IsInteractive => Tag is "a" or "button" or "input";

    public bool IsField => Tag == "input";

    /// <summary>
    /// Whether a selector means it: <c>*</c>, <c>tag</c>, <c>#id</c>, <c>.class</c>, <c>[name]</c>,
    /// <c>[name="value"]</c>, and these together.
    /// </summary>
    public bool Matches(string selector)
    {
        Match parts = Selector().Match(selector.Trim());
        return parts.Success
            && (parts.Groups["tag"] is not { Success: true } tag
                || tag.Value == "*"
                || tag.Value.Equals(Tag, StringComparison.OrdinalIgnoreCase))
            && (parts.Groups["id"] is not { Success: true } id || Has("id", id.Value))
            && parts.Groups["class"].Captures.All(one => Attributes.GetValueOrDefault("class", "").Split(' ').Contains(one.Value))
            && (parts.Groups["name"] is not { Success: true } name
                || (parts.Groups["value"].Success ? Has(name.Value, parts.Groups["value"].Value) : Attributes.ContainsKey(name.Value)));
    }

    /// <summary>The element as it is answered.</summary>
    /// <param name="attributes">The attributes to show; null for all.</param>
    public JsonObject View(IReadOnlyCollection<string>? attributes = null) => new()
    {
        ["tag"] = Tag,
        ["text"] = Text,
        ["selector"] = Attributes.TryGetValue("id", out string? id) ? "#" + id : Tag,
        ["attributes"] = new JsonObject(Attributes
            .Where(pair => attributes is null || attributes.Contains(pair.Key))
            .Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    };

    private bool Has(string name, string value) => Attributes.TryGetValue(name, out string? actual) && actual == value;

    [GeneratedRegex("""
        \A(?=.)(?<tag>\*|[A-Za-z][A-Za-z0-9]*)?(\#(?<id>[\w-]+))?(\.(?<class>[\w-]+))*(\[(?<name>[\w-]+)(=["']?(?<value>[^"'\]]*)["']?)?\])?\z
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Selector();
}
