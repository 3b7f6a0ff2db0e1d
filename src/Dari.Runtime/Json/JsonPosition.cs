using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>
/// Finds out where in a text a fault lies, by reading it once more up to there. Costs nothing on success.
/// </summary>
internal static class JsonPosition
{
    internal static JsonException Locate(ReadOnlySpan<byte> utf8, in Utf8JsonReader reader, JsonException fault)
    {
        bool isSyntax = fault is { LineNumber: not null, BytePositionInLine: not null };
        long end = isSyntax ? reader.BytesConsumed : reader.TokenStartIndex;
        string path = PathAt(utf8, end);
        long line = fault.LineNumber ?? utf8[..(int)end].Count((byte)'\n');
        long column = fault.BytePositionInLine ?? end - (utf8[..(int)end].LastIndexOf((byte)'\n') + 1);
        string place = string.Create(
            CultureInfo.InvariantCulture, $"Path: {path} | LineNumber: {line} | BytePositionInLine: {column}.");
        string message = $"{Plain(fault.Message)}. {place}";
        return new JsonException(message, path, line, column, fault);
    }

    // Messages of the reader itself end in its own position; that would stand there twice.
    private static string Plain(string message)
    {
        int position = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        return (position < 0 ? message : message[..position]).TrimEnd('.');
    }

    private static string PathAt(ReadOnlySpan<byte> utf8, long end)
    {
        var levels = new Stack<Level>();
        var reader = new Utf8JsonReader(utf8, JsonLimits.Reader);
        try
        {
            while (reader.Read() && Step(ref reader, levels, end))
            {
            }
        }
        catch (JsonException)
        {
            // The text is broken here: the levels passed so far are the path.
        }

        var path = new StringBuilder("$");
        foreach (Level level in levels.Reverse())
        {
            level.AppendTo(path);
        }

        return path.ToString();
    }

    // False when the token is the one looked for.
    private static bool Step(ref Utf8JsonReader reader, Stack<Level> levels, long end)
    {
        JsonTokenType token = reader.TokenType;
        bool isClosing = token is JsonTokenType.EndObject or JsonTokenType.EndArray;
        if (isClosing)
        {
            levels.Pop();
        }
        else if (token == JsonTokenType.PropertyName)
        {
            levels.Peek().Name = JsonStrings.Read(ref reader);
        }
        else if (levels.TryPeek(out Level? array) && array.IsArray)
        {
            array.Index++;
        }

        if (reader.TokenStartIndex >= end)
        {
            return false;
        }

        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            levels.Push(new Level { IsArray = token == JsonTokenType.StartArray });
        }

        return true;
    }

    private sealed class Level
    {
        internal bool IsArray { get; init; }

        internal int Index { get; set; } = -1;

        internal string? Name { get; set; }

        internal void AppendTo(StringBuilder path)
        {
            if (IsArray)
            {
                // Nothing was read of it yet when the first item is broken.
                path.Append('[').Append(Math.Max(Index, 0)).Append(']');
            }
            else if (Name is { } name)
            {
                bool isPlain = name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
                path.Append(isPlain ? $".{name}" : $"['{name.Replace("'", "\\'", StringComparison.Ordinal)}']");
            }
        }
    }
}
