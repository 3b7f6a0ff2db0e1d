using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Settles who is called what when several things want names in one place. In which order they come does not matter, and
/// who is alone with its first wish keeps it whatever the others do: so adding something renames only what it clashes with.
/// </summary>
internal sealed class NameContest
{
    private readonly NameScope _scope;
    private readonly IReadOnlyList<Contender> _contenders;
    private readonly Func<string, string[]>? _shadows;
    private readonly Identifier[] _names;
    private readonly Dictionary<string, HashSet<int>> _lostBy = new(StringComparer.OrdinalIgnoreCase);

    private NameContest(NameScope scope, IReadOnlyList<Contender> contenders, Func<string, string[]>? shadows)
    {
        _scope = scope;
        _contenders = contenders;
        _shadows = shadows;
        _names = new Identifier[contenders.Count];
    }

    /// <param name="scope">Names that are taken already; those settled here are taken as well.</param>
    /// <param name="contenders">Who wants names.</param>
    /// <param name="shadows">Names that go with a name, such as <c>PetJson</c> with <c>Pet</c>.</param>
    /// <returns>Their names, in the order in which they were given.</returns>
    public static Identifier[] Settle(NameScope scope, IReadOnlyList<Contender> contenders, Func<string, string[]>? shadows = null)
    {
        if (Undisputed(scope, contenders, shadows) is { } all)
        {
            return all;
        }

        var contest = new NameContest(scope, contenders, shadows);
        List<int> open = Enumerable.Range(0, contenders.Count).ToList();
        for (int level = 0; open.Count > 0; level++)
        {
            open = contest.Round(open, level);
        }

        return contest._names;
    }

    /// <summary>Nearly always everybody gets the first wish, and nothing needs to be counted.</summary>
    private static Identifier[]? Undisputed(NameScope scope, IReadOnlyList<Contender> contenders, Func<string, string[]>? shadows)
    {
        var wanted = new List<string>(contenders.Count);
        foreach (Contender contender in contenders)
        {
            wanted.Add(contender.First);
            if (shadows is not null)
            {
                wanted.AddRange(shadows(contender.First));
            }
        }

        return scope.TryReserve(wanted) ? contenders.Select(contender => Identifier.From(contender.First)).ToArray() : null;
    }

    /// <returns>Who goes without a name.</returns>
    private List<int> Round(List<int> open, int level)
    {
        Claim[] claims = open.Select(i => new Claim(i, _contenders[i].At(level), _shadows)).ToArray();
        Dictionary<string, Holder> holders = Holders(claims, level);
        var lost = new List<Claim>();
        var won = new List<Claim>();
        foreach (Claim claim in claims)
        {
            if (IsHeld(claim, holders) && MayHave(claim))
            {
                _names[claim.Index] = Identifier.From(claim.Name);
                won.Add(claim);
            }
            else
            {
                lost.Add(claim);
            }
        }

        // Only now: within a round nobody is first.
        foreach (Claim claim in won)
        {
            _scope.Reserve(claim.Name);
            _scope.Reserve(claim.Shadows);
        }

        foreach (Claim claim in lost)
        {
            LosersOf(claim.Name).Add(claim.Index);
        }

        return lost.Select(claim => claim.Index).ToList();
    }

    private Dictionary<string, Holder> Holders(Claim[] claims, int level)
    {
        var holders = new Dictionary<string, Holder>(claims.Length, StringComparer.OrdinalIgnoreCase);
        foreach (Claim claim in claims)
        {
            Hold(claim.Name, claim.Index, level, holders);
            foreach (string shadow in claim.Shadows)
            {
                Hold(shadow, claim.Index, level, holders);
            }
        }

        return holders;
    }

    /// <summary>The strongest has the name, and nobody where several are equally strong.</summary>
    private void Hold(string name, int index, int level, Dictionary<string, Holder> holders)
    {
        int rank = _contenders[index].Rank;
        if (!holders.TryGetValue(name, out Holder known) || rank < known.Rank)
        {
            holders[name] = new Holder(index, rank, IsShared: false);
        }
        else if (rank == known.Rank && index != known.Index)
        {
            // Nothing is left that tells them apart: one of them has to be first.
            bool isDecided = _contenders[index].IsExhaustedAt(level) && _contenders[known.Index].IsExhaustedAt(level);
            int order = isDecided ? string.CompareOrdinal(_contenders[index].Key, _contenders[known.Index].Key) : 0;
            holders[name] = isDecided ? (order < 0 ? new Holder(index, rank, false) : known) : known with { IsShared = true };
        }
    }

    private bool IsHeld(Claim claim, Dictionary<string, Holder> holders)
    {
        bool isFree = _scope.IsFree(claim.Name) && holders[claim.Name].IsOf(claim.Index);
        foreach (string shadow in claim.Shadows)
        {
            isFree &= _scope.IsFree(shadow) && holders[shadow].IsOf(claim.Index);
        }

        return isFree;
    }

    /// <summary>
    /// A name that several gave up is not for others: it would be taken for one of them. But who has nothing more to say
    /// when the rest say more may have it again.
    /// </summary>
    private bool MayHave(Claim claim) => !_lostBy.TryGetValue(claim.Name, out HashSet<int>? losers) || losers.Contains(claim.Index);

    private HashSet<int> LosersOf(string name)
    {
        if (!_lostBy.TryGetValue(name, out HashSet<int>? losers))
        {
            _lostBy.Add(name, losers = []);
        }

        return losers;
    }

    private sealed class Claim(int index, string name, Func<string, string[]>? shadows)
    {
        public int Index { get; } = index;

        public string Name { get; } = name;

        public string[] Shadows { get; } = shadows?.Invoke(name) ?? [];
    }

    private sealed record Holder(int Index, int Rank, bool IsShared)
    {
        public bool IsOf(int index) => Index == index && !IsShared;
    }
}
