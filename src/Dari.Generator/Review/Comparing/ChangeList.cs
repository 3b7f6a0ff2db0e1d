using System.Collections.Generic;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Comparing;

/// <summary>Takes the changes of a comparison as they are found.</summary>
internal sealed class ChangeList
{
    private readonly List<ContractChange> _changes = [];

    public IReadOnlyList<ContractChange> All => _changes;

    /// <summary>Something that both sides say, and not the same.</summary>
    /// <param name="rule">What judges it.</param>
    /// <param name="old">The old node.</param>
    /// <param name="now">The new node.</param>
    /// <param name="keyword">What the document calls it, for the line.</param>
    /// <param name="before">The old value.</param>
    /// <param name="after">The new value.</param>
    /// <param name="scope">Where the comparison is.</param>
    /// <param name="subject">What changed, in words, where that is not the node.</param>
    public void Add(
        Rule rule, ContractNode old, ContractNode now, string keyword, string? before, string? after, Scope scope, string? subject = null) =>
        _changes.Add(new ContractChange
        {
            Rule = rule,
            Usage = scope.Usage,
            Group = scope.Group,
            Path = scope.Path,
            Subject = subject ?? NodeWords.Subject(now),
            OldNode = old,
            OldValue = before,
            NewValue = after,
            OldPlace = old.Place,
            NewPlace = now.Place,
            OldLocation = old.Place?.Of(keyword),
            NewLocation = now.Place?.Of(keyword),
        });

    /// <summary>A part that is on one side only, where a rule says something about that.</summary>
    public void AddOneSided(ChildPair pair, Scope scope)
    {
        ContractNode node = pair.Any;
        bool isAdded = pair.Old is null;
        Rule? rule = isAdded
            ? ChildRules.Added(pair.NewParent, node, pair.OldParent)
            : ChildRules.Removed(pair.OldParent, node, pair.NewParent);
        if (rule is null)
        {
            return;
        }

        // Its rule tells what an encoding was and is, also where there is none.
        string? value = node.Kind == ContractKind.Encoding ? string.Join(", ", NodeFacts.Of(node)) : null;

        // What is gone is shown at the place that had it.
        _changes.Add(new ContractChange
        {
            Rule = rule,
            Difference = isAdded ? Difference.Added : Difference.Removed,
            Usage = scope.WithoutOneWay(node, node).Usage,
            Group = scope.Group,
            Path = scope.Path,
            Subject = NodeWords.Subject(node),
            OldValue = isAdded ? null : value,
            NewValue = isAdded ? value : null,
            OldNode = pair.Old,
            OldPlace = isAdded ? null : node.Place,
            NewPlace = isAdded ? node.Place : pair.NewParent.Place,
            OldLocation = isAdded ? null : node.Place?.Location,
            NewLocation = isAdded ? node.Place?.Location : FormerPlace.Of(node, pair.NewParent),
        });
    }
}
