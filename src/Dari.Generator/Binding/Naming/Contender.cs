using System;
using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Something that needs a name: what it would be called, from the most wanted to the least, each from its own place alone,
/// and how much right it has to the first.
/// </summary>
/// <remarks>Most keep their first wish, so the others are made only when they are asked for.</remarks>
internal sealed class Contender
{
    private readonly List<string> _known = [];
    private readonly bool _repeats;
    private IEnumerator<string?>? _more;

    /// <param name="candidates">Letters, digits and underscores; empty ones and repetitions are left out.</param>
    /// <param name="rank">The lowest keeps a name that several want; two of the lowest both give it up.</param>
    public Contender(IEnumerable<string?> candidates, int rank = 0)
        : this(candidates, rank, repeats: false)
    {
    }

    private Contender(IEnumerable<string?> candidates, int rank, bool repeats)
    {
        _more = candidates.GetEnumerator();
        _repeats = repeats;
        Rank = rank;
    }

    /// <summary>One whose candidates say as much as those of its rivals at the same place, with repetitions where it has no more to say.</summary>
    public static Contender InStep(IEnumerable<string> candidates, int rank) => new(candidates, rank, repeats: true);

    public int Rank { get; }

    /// <summary>What it would be called if it were alone.</summary>
    public string First => At(0);

    /// <summary>All that is known of it, to put those in an order that must have one.</summary>
    public string Key => string.Join("/", All());

    public bool IsExhaustedAt(int level) => !Has(level);

    /// <summary>The candidate of a level; behind the last, the last with as many words more that say that it is another.</summary>
    public string At(int level) => Has(level)
        ? _known[level]
        : _known[_known.Count - 1] + string.Concat(Enumerable.Repeat(NameScope.LastWord, level - _known.Count + 1));

    /// <summary>The same with other letters.</summary>
    public Contender As(Func<string, string> change) => new(All().Select(change), Rank);

    private IEnumerable<string> All()
    {
        for (int level = 0; Has(level); level++)
        {
            yield return _known[level];
        }
    }

    private bool Has(int level)
    {
        while (_known.Count <= level && _more is not null)
        {
            if (!_more.MoveNext())
            {
                _more = null;
            }
            else if (_more.Current is { Length: > 0 } candidate && (_repeats || !_known.Contains(candidate)))
            {
                _known.Add(candidate);
            }
        }

        return level < _known.Count;
    }
}
