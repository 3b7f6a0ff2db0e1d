using System.Text;

namespace Dari.Archiving.Ignoring;

/// <summary>The rules of one ignore file and of those above it.</summary>
internal sealed class IgnoreRules
{
    private readonly IgnoreRule[] _rules;
    private readonly IgnoreRules? _outer;
    private readonly int _depth;

    private IgnoreRules(IgnoreRule[] rules, IgnoreRules? outer, int depth)
    {
        _rules = rules;
        _outer = outer;
        _depth = depth;
    }

    /// <summary>Reads the rules of a folder, which win over those of the folders around it.</summary>
    /// <param name="text">The ignore file.</param>
    /// <param name="folder">Its folder relative to the top, with a closing <c>/</c>; empty for the top.</param>
    /// <param name="outer">The rules above.</param>
    internal static IgnoreRules Read(ReadOnlySpan<byte> text, string folder, IgnoreRules? outer)
    {
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        var rules = new List<IgnoreRule>();
        while (!text.IsEmpty)
        {
            int end = text.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (IgnoreRule.Read(line.EndsWith("\r"u8) ? line[..^1] : line) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return new IgnoreRules([.. rules], outer, Encoding.UTF8.GetByteCount(folder));
    }

    /// <summary>Whether a path is left out; the folders above it must have been asked before.</summary>
    internal bool Ignores(string path, bool isFolder)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(path);
        for (IgnoreRules? rules = this; rules is not null; rules = rules._outer)
        {
            for (int i = rules._rules.Length - 1; i >= 0; i--)
            {
                if (rules._rules[i].Matches(bytes.AsSpan(rules._depth), isFolder))
                {
                    return !rules._rules[i].IsNegated;
                }
            }
        }

        return false;
    }
}
