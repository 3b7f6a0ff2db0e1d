namespace Dari.Runtime.Tests.Archiving;

/// <summary>Trees and ignore files made by chance, the same on every run.</summary>
internal sealed class IgnoreSamples(int seed)
{
    private static readonly string[] Folders =
        ["src", "build", "a", "b", "foo", "bar", "foobar", ".hidden", "x y", "caf\u00e9", "[z]", "out", "A", "#top"];

    private static readonly string[] Stems =
        ["a", "b", "foo", "bar", "main", "!loud", "#note", "x y", "\u00e9t\u00e9", "[z]", "a-b", "A1", "z*", "-", "back\\slash", "end "];

    private static readonly string[] Ends = ["", ".c", ".o", ".log", ".tar.gz", "~"];

    private static readonly string[] Parts =
    [
        "*", "**", "***", "?", "a", "b", "foo", "bar", "src", "build", "x y", "caf\u00e9", "foo*", "*bar", "f?o", "[a-f]*",
        "[!a]*", "[^b]", "[]a]*", "[a-]*", "[[:alpha:]]*", "[[:digit:]A]?", "[[:nope:]]", "[z", "\\[z\\]", "[[]z]", "\\!loud",
        "\\#note", "!loud", "*.o", "*.c", "*.log", "*.tar.*", "*.[oc]", "**foo", "foo**", "a**b", "caf??", "caf?", "\\f\\o\\o",
        "*~", "z\\*", "z*", "-", "[--A]", "[+--]", "[\\a-\\f]*", "back\\\\slash", "back*", "end\\ ", "end ", "foo  ", "a\\",
        "#note", "[a-c-e]*", ".*", "*y", "[A-Z]*", "???",
    ];

    private readonly Random _random = new(seed);

    public static IEnumerable<string> Names(int count, int seed)
    {
        var random = new Random(seed);
        var names = new HashSet<string>();
        while (names.Count < count)
        {
            // No file may have the name of a folder.
            string folder = string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => Pick(random, Folders) + "/"));
            string name = folder + Pick(random, Stems) + Pick(random, Ends);
            if (!Folders.Contains(name[(name.LastIndexOf('/') + 1)..]))
            {
                names.Add(name);
            }
        }

        return names;
    }

    public string File()
    {
        string end = _random.Next(4) == 0 ? "\r\n" : "\n";
        IEnumerable<string> lines = Enumerable.Range(0, _random.Next(1, 9)).Select(_ => Line());
        return string.Join(end, lines) + (_random.Next(3) == 0 ? "" : end);
    }

    private string Line()
    {
        int parts = _random.Next(10) switch { < 5 => 1, < 8 => 2, 8 => 3, _ => 4 };
        string line = string.Join('/', Enumerable.Range(0, parts).Select(_ => Pick(_random, Parts)));

        // What takes everything leaves nothing to compare.
        line = parts == 1 && line.Trim('*', '?').Length == 0 ? line + "x" : line;
        return (_random.Next(3) == 0 ? "!" : "") + (_random.Next(4) == 0 ? "/" : "") + line
            + (_random.Next(4) == 0 ? "/" : "") + (_random.Next(12) == 0 ? "  " : "");
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
