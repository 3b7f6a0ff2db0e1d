using System.Collections.Generic;
using System.Threading;
using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Comparing;

/// <summary>
/// Finds what changed between two contracts. Which of them comes first decides nothing but the direction of each change:
/// compared the other way round, every change is the one that its rule names as its mirror.
/// </summary>
internal sealed class ContractDiff
{
    private readonly ContractNode _old;
    private readonly ContractNode _new;
    private readonly TypeUsage _oldUsage;
    private readonly TypeUsage _newUsage;
    private readonly ChangeList _changes = new();
    private readonly FactDiff _facts;
    private readonly NodeDiff _nodes;
    private readonly CancellationToken _cancellationToken;

    private ContractDiff(ContractNode old, ContractNode now, CancellationToken cancellationToken)
    {
        (_old, _new, _cancellationToken) = (old, now, cancellationToken);
        (_oldUsage, _newUsage) = (new TypeUsage(old), new TypeUsage(now));
        _facts = new FactDiff(old, now, _changes);
        _nodes = new NodeDiff(old, now, _changes, _facts);
    }

    public static IReadOnlyList<ContractChange> Compare(ContractNode old, ContractNode now, CancellationToken cancellationToken)
    {
        var diff = new ContractDiff(old, now, cancellationToken);
        diff.Run();
        return diff._changes.All;
    }

    private void Run()
    {
        _facts.Compare(_old, _new, new Scope("API", "", Usage.Both));
        foreach (ChildPair pair in ChildPair.Of(_old, _new))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Scope scope = ScopeOf(pair.Any);
            if (pair is not { Old: { } old, New: { } now })
            {
                _changes.AddOneSided(pair, scope);
            }
            else if (now.Kind is ContractKind.Operation or ContractKind.Webhook or ContractKind.Callback)
            {
                CompareOperation(old, now, scope);
            }
            else
            {
                _nodes.Compare(old, now, scope);
            }
        }
    }

    private void CompareOperation(ContractNode old, ContractNode now, Scope scope)
    {
        _facts.Compare(old, now, scope);
        foreach (ChildPair pair in ChildPair.Of(old, now))
        {
            Scope inner = scope.Into(pair.Any) with { Usage = TypeUsage.Of(now, pair.Any) };
            if (pair is { Old: { } before, New: { } after })
            {
                _nodes.Compare(before, after, inner);
            }
            else
            {
                _changes.AddOneSided(pair, inner);
            }
        }
    }

    private Scope ScopeOf(ContractNode group) => group.Kind switch
    {
        ContractKind.Operation or ContractKind.Webhook or ContractKind.Callback => new Scope(NodeWords.Subject(group), "", Usage.Both),
        ContractKind.Type => new Scope(NodeWords.Subject(group), "", _oldUsage.Of(group.Name) | _newUsage.Of(group.Name)),
        _ => new Scope("API", NodeWords.Step(group), Usage.Both),
    };
}
