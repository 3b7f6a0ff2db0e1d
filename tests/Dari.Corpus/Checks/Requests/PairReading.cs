using System.Text.Json.Nodes;

namespace Dari.Corpus.Checks.Requests;

/// <summary><c>name=value&amp;name=value</c> as it was sent; whatever is expected is taken out of it.</summary>
internal sealed class PairReading
{
    private readonly List<(string Name, string Value)> _pairs;

    public PairReading(string text) => _pairs =
    [
        .. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => (Decoded(pair[0]), pair.Length > 1 ? Decoded(pair[1]) : "")),
    ];

    public PairReading(IEnumerable<(string Name, string Value)> pairs) => _pairs = [.. pairs];

    /// <summary>What nobody expected.</summary>
    public IReadOnlyList<(string Name, string Value)> Rest => _pairs;

    /// <summary>Takes out what a value becomes in a style; what is missing, or <see langword="null"/>.</summary>
    public string? Take(string name, JsonNode? value, string style, bool isExploded) => (value, style) switch
    {
        (null, _) => null,
        (JsonArray list, "deepObject") => First(list.Select((item, i) => Take($"{name}[{i}]", item, style, true))),
        (JsonObject members, "deepObject") => First(members.Select(member => Take($"{name}[{member.Key}]", member.Value, style, true))),
        (JsonArray list, _) when isExploded => First(list.OfType<JsonNode>().Select(item => One(name, item))),
        (JsonObject members, "form") when isExploded => First(members.Where(member => member.Value is not null)
            .SelectMany(member => (member.Value is JsonArray list ? list.OfType<JsonNode>() : [member.Value!]).Select(item => One(member.Key, item)))),
        (JsonArray { Count: 0 } or JsonObject { Count: 0 }, _) => null,
        (JsonObject members, _) => members.Any(member => member.Value is not null)
            ? Find(name, text => WireValue.IsJoined(members, text, Delimiter(style), Delimiter(style))) : null,
        (JsonArray, _) => WireValue.Items(value) is { Count: > 0 } items
            ? Find(name, text => WireValue.IsJoined(items, text, Delimiter(style))) : null,
        _ => One(name, value),
    };

    public string? One(string name, JsonNode value) => Find(name, text => WireValue.IsSame(value, text));

    /// <summary>Takes a value that is a JSON text.</summary>
    public string? Json(string name, JsonNode? value) => Find(name, text => WireValue.IsSameJson(value, text));

    /// <summary>Takes a text that is all of the query.</summary>
    public string? TakeText(JsonNode value)
    {
        string text = _pairs.Count == 1 && _pairs[0].Value.Length == 0 ? _pairs[0].Name : string.Join('&', _pairs.Select(pair => pair.Name + "=" + pair.Value));
        bool isSame = WireValue.IsSame(value, text);
        _pairs.Clear();
        return isSame ? null : text;
    }

    /// <summary>Takes all of a name, whatever they say; false when there is none.</summary>
    public bool TakeAll(string name) => _pairs.RemoveAll(pair => pair.Name == name) > 0;

    private static string? First(IEnumerable<string?> faults) => faults.ToArray().FirstOrDefault(fault => fault is not null);

    private static char Delimiter(string style) => style switch { "spaceDelimited" => ' ', "pipeDelimited" => '|', "tabDelimited" => '\t', _ => ',' };

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private string? Find(string name, Func<string, bool> isIt)
    {
        int index = _pairs.FindIndex(pair => pair.Name == name && isIt(pair.Value));
        if (index < 0)
        {
            string[] others = [.. _pairs.Where(pair => pair.Name == name).Select(pair => pair.Value)];
            return others.Length == 0 ? name + " is missing" : $"{name} is {Text.Short(string.Join(" and ", others), 80)}";
        }

        _pairs.RemoveAt(index);
        return null;
    }
}
