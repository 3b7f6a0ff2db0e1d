using System.Text;
using System.Text.Json;

namespace Dari.Http;

/// <summary>Builds <c>name=value&amp;name=value</c>, percent-encoded.</summary>
internal sealed class FormPairs
{
    private readonly StringBuilder _text = new();

    internal int Length => _text.Length;

    public override string ToString() => _text.ToString();

    internal void Add(string name, string? value, bool allowReserved = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (value is not null)
        {
            AddEncoded(name, allowReserved ? PercentText.EncodeReserved(value) : PercentText.Encode(value));
        }
    }

    /// <summary>A text that is no pair.</summary>
    internal void AddText(string? value)
    {
        if (value is not null)
        {
            AppendPair(PercentText.Encode(value));
        }
    }

    /// <summary>A query as it stands in an address. Each pair is encoded anew, so nothing in it can be more than that.</summary>
    internal static FormPairs Parse(string query)
    {
        var pairs = new FormPairs();
        foreach (string pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Replace('+', ' ').Split('=', 2);
            if (parts[0].Length > 0)
            {
                pairs.Add(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : ""));
            }
        }

        return pairs;
    }

    /// <summary>A copy in which a name has one value, at its place or at the end.</summary>
    internal FormPairs With(string name, string value)
    {
        string start = PercentText.Encode(name) + "=";
        var copy = new FormPairs();
        bool isThere = false;
        foreach (string pair in ToString().Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            bool isIt = pair.StartsWith(start, StringComparison.Ordinal);
            if (!isIt)
            {
                copy.AppendPair(pair);
            }
            else if (!isThere)
            {
                copy.Add(name, value);
            }

            isThere |= isIt;
        }

        if (!isThere)
        {
            copy.Add(name, value);
        }

        return copy;
    }

    internal void AddList(string name, IEnumerable<string?>? values, ListStyle style)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        IEnumerable<string> encoded = (values ?? []).OfType<string>().Select(PercentText.Encode);
        if (style == ListStyle.Multi)
        {
            foreach (string value in encoded)
            {
                AddEncoded(name, value);
            }

            return;
        }

        // A list without values is no parameter; one empty value is.
        string[] all = [.. encoded];
        if (all.Length > 0)
        {
            string delimiter = style == ListStyle.Comma ? "," : PercentText.Encode(Delimiter(style).ToString());
            AddEncoded(name, string.Join(delimiter, all));
        }
    }

    private static ListStyle Joined(MapStyle style) => style switch
    {
        MapStyle.Comma => ListStyle.Comma,
        MapStyle.Space => ListStyle.Space,
        MapStyle.Pipe => ListStyle.Pipe,
        _ => ListStyle.Multi,
    };

    /// <summary>What stands between the items of a list.</summary>
    internal static char Delimiter(ListStyle style) => style switch
    {
        ListStyle.Space => ' ',
        ListStyle.Pipe => '|',
        ListStyle.Tab => '\t',
        _ => ',',
    };

    internal void AddMap(string name, IEnumerable<KeyValuePair<string, string?>>? values, MapStyle style)
    {
        ArgumentNullException.ThrowIfNull(name);
        KeyValuePair<string, string?>[] all = [.. (values ?? []).Where(static pair => pair.Value is not null)];
        if (style is not (MapStyle.Exploded or MapStyle.DeepObject))
        {
            AddList(name, all.SelectMany(static pair => new[] { pair.Key, pair.Value }), Joined(style));
            return;
        }

        foreach ((string key, string? value) in all)
        {
            Add(style == MapStyle.DeepObject ? $"{name}[{key}]" : name + key, value);
        }
    }

    /// <summary>A value of any kind: texts, numbers and truth values as text, lists and objects in a style.</summary>
    internal void AddJson(string name, JsonElement json, MapStyle style, string prefix = "")
    {
        switch (json.ValueKind, style)
        {
            case (JsonValueKind.Object, MapStyle.DeepObject):
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    AddJson($"{name}[{member.Name}]", member.Value, style);
                }

                break;
            case (JsonValueKind.Array, MapStyle.DeepObject):
                int index = 0;
                foreach (JsonElement item in json.EnumerateArray())
                {
                    AddJson($"{name}[{index++}]", item, style);
                }

                break;
            case (JsonValueKind.Object, MapStyle.Exploded):
                foreach (JsonProperty member in json.EnumerateObject())
                {
                    AddList(prefix + member.Name, JsonParts.Items(member.Value), ListStyle.Multi);
                }

                break;
            case (JsonValueKind.Object, _):
                AddMap(name, JsonParts.Members(json), style);
                break;
            default:
                AddList(name, JsonParts.Items(json), Joined(style));
                break;
        }
    }

    /// <summary>The first value of a name, or null.</summary>
    internal string? Find(string name)
    {
        string start = PercentText.Encode(name) + "=";
        string? pair = Array.Find(
            _text.ToString().Split('&'), pair => pair.StartsWith(start, StringComparison.Ordinal));
        return pair is null ? null : Uri.UnescapeDataString(pair[start.Length..]);
    }

    internal void Append(FormPairs others) => _text.Append(others._text);

    private void AddEncoded(string name, string value) => AppendPair($"{PercentText.Encode(name)}={value}");

    private void AppendPair(string pair)
    {
        if (_text.Length > 0)
        {
            _text.Append('&');
        }

        _text.Append(pair);
    }
}
