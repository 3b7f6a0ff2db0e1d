using System.Text;

namespace Dari.Emulator.Sandbox.Commands;

/// <summary>A word of a shell text: pieces that stand for themselves and variables between them.</summary>
/// <param name="Pieces">The pieces in order.</param>
/// <param name="IsQuoted">True when quotes were part of it, so that it counts even when it is empty.</param>
internal sealed record ShellWord(IReadOnlyList<ShellWord.Piece> Pieces, bool IsQuoted)
{
    /// <summary>The word with its variables filled in.</summary>
    public string Expand(Func<string, string> variable)
    {
        var text = new StringBuilder();
        foreach (var piece in Pieces)
        {
            text.Append(piece.IsVariable ? variable(piece.Text) : piece.Text);
        }

        return text.ToString();
    }

    /// <summary>Name and value when the word sets a variable for its command.</summary>
    public (string Name, ShellWord Value)? Assignment()
    {
        if (Pieces is not [{ IsVariable: false, Text: var first }, ..] || first.IndexOf('=') is not (> 0 and var sign))
        {
            return null;
        }

        var name = first[..sign];
        return IsName(name)
            ? (name, this with { Pieces = [new Piece(first[(sign + 1)..], IsVariable: false), .. Pieces.Skip(1)] })
            : null;
    }

    /// <summary>True for what can be the name of a variable.</summary>
    public static bool IsName(string name) =>
        name.Length > 0
        && !char.IsAsciiDigit(name[0])
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    /// <summary>A piece of a word: text, or the name of a variable.</summary>
    internal readonly record struct Piece(string Text, bool IsVariable);
}
