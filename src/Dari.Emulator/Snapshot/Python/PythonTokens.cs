namespace Dari.Emulator.Snapshot.Python;

/// <summary>Tokens of a text, read from left to right.</summary>
internal sealed class PythonTokens(string text)
{
    private readonly IReadOnlyList<PythonToken> _tokens = PythonLexer.Read(text);
    private int _at;

    public bool IsOver => _at >= _tokens.Count;

    public PythonToken Next => At(_at);

    public PythonToken Second => At(_at + 1);

    /// <summary>Whether a statement ends here.</summary>
    public bool IsEnd => Next.Kind == PythonTokenKind.End;

    public IEnumerable<PythonToken> Rest => _tokens.Skip(_at);

    public void Skip(int count = 1) => _at += count;

    /// <summary>Skips a token if it is the one that is meant.</summary>
    public bool Take(string token)
    {
        bool isThere = Next.Is(token);
        _at += isThere ? 1 : 0;
        return isThere;
    }

    // The last token is an end, and ends are all that comes after it.
    private PythonToken At(int index) => _tokens[Math.Min(index, _tokens.Count - 1)];
}
