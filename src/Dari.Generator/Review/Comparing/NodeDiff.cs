using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Comparing;

/// <summary>Compares two nodes and all that is in them, and looks behind references where they lead to different things.</summary>
internal sealed class NodeDiff(ContractNode oldApi, ContractNode newApi, ChangeList changes, FactDiff facts)
{
    /// <summary>More parts of <c>allOf</c> than a document has.</summary>
    private const int MaxParts = 64;

    // What holds for a value whatever it is.
    private static readonly string[] AnyValue = ["nullable", "required", "deprecated", "readOnly", "writeOnly", "name", "x-dari-name", "x-sunset"];

    private readonly NodeMerger _oldTypes = new(oldApi);
    private readonly NodeMerger _newTypes = new(newApi);
    private readonly HashSet<(string Old, string New)> _open = [];

    public void Compare(ContractNode old, ContractNode now, Scope scope)
    {
        scope = scope.WithoutOneWay(old, now);
        if (old.Kind == ContractKind.Mapping || old.Fact("ref") == now.Fact("ref"))
        {
            CompareExpanded(old, now, scope);
            return;
        }

        // The same name on both sides is compared where it is declared; different ones by what they are, once.
        (string, string) names = (old.Fact("ref") ?? "", now.Fact("ref") ?? "");
        if (_open.Add(names))
        {
            CompareExpanded(_oldTypes.Expand(old), _newTypes.Expand(now), scope);
            _open.Remove(names);
        }
    }

    private void CompareExpanded(ContractNode old, ContractNode now, Scope scope)
    {
        (old, now) = Flattened(old, now);
        bool isUnion = HasAny(old, ContractKind.Case);
        if (isUnion != HasAny(now, ContractKind.Case))
        {
            Rule rule = isUnion ? UnionRules.Dropped : UnionRules.Introduced;
            changes.Add(rule, old, now, "union", Names(old, ContractKind.Case), Names(now, ContractKind.Case), scope);
            facts.Compare(old, now, scope, only: AnyValue);
            return;
        }

        if (old.Fact("type") != now.Fact("type")
            && FactRules.Type(TypeWords.Split(old.Fact("type")), TypeWords.Split(now.Fact("type"))) == TypeRules.Changed)
        {
            // Another thing altogether: what else is said of the two cannot be compared.
            facts.Compare(old, now, scope, only: [.. AnyValue, "type"]);
            return;
        }

        ContractKind? skipped = CompareKinds(old, now, scope);
        facts.Compare(old, now, scope);
        facts.CompareOrder(old, now, ContractKind.Value, EnumRules.OrderChanged, scope);
        facts.CompareOrder(old, now, ContractKind.Case, UnionRules.OrderChanged, scope);
        foreach (ChildPair pair in ChildPair.Of(old, now, skipped))
        {
            if (pair is { Old: { } before, New: { } after })
            {
                Compare(before, after, scope.Into(after));
            }
            else
            {
                changes.AddOneSided(pair, scope.Into(pair.Any));
            }
        }
    }

    /// <returns>Parts that one change tells already for all of them.</returns>
    private ContractKind? CompareKinds(ContractNode old, ContractNode now, Scope scope)
    {
        bool isEnum = HasAny(old, ContractKind.Value);
        if (isEnum != HasAny(now, ContractKind.Value))
        {
            Rule rule = isEnum ? EnumRules.Dropped : EnumRules.Introduced;
            changes.Add(rule, old, now, "enum", Names(old, ContractKind.Value), Names(now, ContractKind.Value), scope);
            return ContractKind.Value;
        }

        return old.Has("discriminator") != now.Has("discriminator") ? ContractKind.Mapping : null;
    }

    /// <summary>What moved into a part of <c>allOf</c>, or out of one, has not changed.</summary>
    private (ContractNode Old, ContractNode Now) Flattened(ContractNode old, ContractNode now)
    {
        for (int rounds = 0; rounds < MaxParts; rounds++)
        {
            string? onlyOld = old.Of(ContractKind.Part).FirstOrDefault(part => now.Child(ContractKind.Part, part.Name) is null)?.Name;
            string? onlyNew = now.Of(ContractKind.Part).FirstOrDefault(part => old.Child(ContractKind.Part, part.Name) is null)?.Name;
            if (onlyOld is null && onlyNew is null)
            {
                break;
            }

            old = onlyOld is null ? old : _oldTypes.Flatten(old, onlyOld);
            now = onlyNew is null ? now : _newTypes.Flatten(now, onlyNew);
        }

        return (old, now);
    }

    private static bool HasAny(ContractNode node, ContractKind kind) => node.Children.Exists(child => child.Kind == kind);

    private static string? Names(ContractNode node, ContractKind kind) =>
        HasAny(node, kind) ? string.Join(", ", node.Of(kind).Select(child => child.Name)) : null;
}
