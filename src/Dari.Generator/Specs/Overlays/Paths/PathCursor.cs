using System.Globalization;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>Where the reading of a query stands.</summary>
internal sealed class PathCursor(string text)
{
    public int Position { get; set; }

    public bool AtEnd => Position >= text.Length;

    public char Current => At(0);

    public char At(int ahead) => Position + ahead < text.Length ? text[Position + ahead] : '\0';

    public string Slice(int start) => text.Substring(start, Position - start);

    public void SkipBlanks()
    {
        while (!AtEnd && Current is ' ' or '\t' or '\n' or '\r')
        {
            Position++;
        }
    }

    public bool TryTake(string token)
    {
        if (string.CompareOrdinal(text, Position, token, 0, token.Length) != 0)
        {
            return false;
        }

        Position += token.Length;
        return true;
    }

    public void Take(string token)
    {
        if (!TryTake(token))
        {
            throw Expected("'" + token + "'");
        }
    }

    public JsonPathException Expected(string what) => new(
        "expected " + what + " at character " + (Position + 1).ToString(CultureInfo.InvariantCulture)
        + (AtEnd ? ", where it ends" : ", not '" + Current + "'"));
}
