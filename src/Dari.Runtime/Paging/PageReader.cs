using System.Text.Json;
using Dari.Json;

namespace Dari.Paging;

/// <summary>Reads the items of a page, and where the next one is, out of whatever else an answer holds.</summary>
internal sealed class PageReader<T>(PageRules rules, ReadJson<T> read)
{
    private readonly JsonPath _items = new(rules.Items);
    private readonly JsonPath? _next = rules.Next.Length > 0 ? new JsonPath(rules.Next) : null;
    private readonly JsonPath? _hasMore = rules.HasMore is { } pointer ? new JsonPath(pointer) : null;

    internal Page<T> Read(ref Utf8JsonReader reader)
    {
        Utf8JsonReader items = reader;
        bool isFound = TryFindItems(ref items);
        Utf8JsonReader again = items;
        IReadOnlyList<T> list = isFound ? JsonRead.List(ref items, read) : [];
        string? next = rules.Style == PageStyle.LastItem
            ? isFound ? LastId(again) : null
            : _next?.TextIn(reader);
        bool? hasMore = _hasMore?.TextIn(reader) switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };
        reader.Skip();
        return new Page<T>(list, next, hasMore);
    }

    private bool TryFindItems(ref Utf8JsonReader reader)
    {
        // Some services answer with the bare list where no page was asked for.
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        return !_items.IsEmpty && _items.TryFind(ref reader) && reader.TokenType != JsonTokenType.Null;
    }

    private string? LastId(Utf8JsonReader reader)
    {
        Utf8JsonReader last = default;
        bool hasAny = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            last = reader;
            hasAny = true;
            reader.Skip();
        }

        return hasAny ? _next?.TextIn(last) : null;
    }
}
