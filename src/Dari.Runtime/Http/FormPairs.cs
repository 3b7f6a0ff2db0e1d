using System.Text;

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
        string delimiter = style switch
        {
            ListStyle.Space => "%20",
            ListStyle.Pipe => "%7C",
            ListStyle.Tab => "%09",
            _ => ",",
        };
        string[] all = [.. encoded];
        if (all.Length > 0)
        {
            AddEncoded(name, string.Join(delimiter, all));
        }
    }

    internal void AddMap(string name, IEnumerable<KeyValuePair<string, string?>>? values, MapStyle style)
    {
        ArgumentNullException.ThrowIfNull(name);
        KeyValuePair<string, string?>[] all = [.. (values ?? []).Where(static pair => pair.Value is not null)];
        if (style == MapStyle.Comma)
        {
            AddList(name, all.SelectMany(static pair => new[] { pair.Key, pair.Value }), ListStyle.Comma);
            return;
        }

        foreach ((string key, string? value) in all)
        {
            Add(style == MapStyle.DeepObject ? $"{name}[{key}]" : name + key, value);
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
