using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Comparing;

/// <summary>
/// Finds what changed between two contracts. Which of them comes first decides nothing but the direction of each change:
/// compared the other way round, every change is the one that its rule names as its mirror.
/// </summary>
internal sealed class ContractDiff
{
    // What holds for a value whatever it is.
    private static readonly string[] AnyValue = ["nullable", "required", "deprecated", "readOnly", "writeOnly", "name", "x-dari-name", "x-sunset"];

    private readonly NodeMerger _oldTypes;
    private readonly NodeMerger _newTypes;
    private readonly TypeUsage _oldUsage;
    private readonly TypeUsage _newUsage;
    private readonly ContractNode _old;
    private readonly ContractNode _new;
    private readonly HashSet<(string Old, string New)> _open = [];
    private readonly List<ContractChange> _changes = [];
    private readonly CancellationToken _cancellationToken;

    private ContractDiff(ContractNode old, ContractNode now, CancellationToken cancellationToken)
    {
        (_old, _new, _cancellationToken) = (old, now, cancellationToken);
        (_oldTypes, _newTypes) = (new NodeMerger(old), new NodeMerger(now));
        (_oldUsage, _newUsage) = (new TypeUsage(old), new TypeUsage(now));
    }

    public static IReadOnlyList<ContractChange> Compare(ContractNode old, ContractNode now, CancellationToken cancellationToken)
    {
        var diff = new ContractDiff(old, now, cancellationToken);
        diff.Run();
        return diff._changes;
    }

    private void Run()
    {
        var scope = new Scope("API", "", Usage.Both);
        CompareFacts(_old, _new, scope);
        Pair(_old, _new, null, (child, _) => GroupScope(child), (old, now) => CompareGroup(old, now));
    }

    private Scope GroupScope(ContractNode group) => group.Kind switch
    {
        ContractKind.Operation or ContractKind.Webhook => new Scope(NodeWords.Subject(group), "", Usage.Both),
        ContractKind.Type => new Scope(NodeWords.Subject(group), "", _oldUsage.Of(group.Name) | _newUsage.Of(group.Name)),
        _ => new Scope("API", NodeWords.Step(group), Usage.Both),
    };

    private void CompareGroup(ContractNode old, ContractNode now)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        Scope scope = GroupScope(now);
        if (now.Kind is ContractKind.Operation or ContractKind.Webhook)
        {
            CompareFacts(old, now, scope);
            Pair(
                old,
                now,
                null,
                (child, _) => scope.Into(child) with { Usage = TypeUsage.Of(now, child) },
                (before, after) => CompareNodes(before, after, scope.Into(after) with { Usage = TypeUsage.Of(now, after) }));
        }
        else
        {
            CompareNodes(old, now, scope);
        }
    }

    private void CompareNodes(ContractNode old, ContractNode now, Scope scope)
    {
        scope = WithoutOneWay(old, now, scope);
        if (old.Kind != ContractKind.Mapping && old.Fact("ref") != now.Fact("ref"))
        {
            // The same name on both sides is compared where it is declared; different ones by what they are.
            if (!_open.Add((old.Fact("ref") ?? "", now.Fact("ref") ?? "")))
            {
                return;
            }

            CompareExpanded(_oldTypes.Expand(old), _newTypes.Expand(now), scope);
            _open.Remove((old.Fact("ref") ?? "", now.Fact("ref") ?? ""));
            return;
        }

        CompareExpanded(old, now, scope);
    }

    private void CompareExpanded(ContractNode old, ContractNode now, Scope scope)
    {
        (old, now) = Flattened(old, now);
        bool isUnion = HasAny(old, ContractKind.Case);
        if (isUnion != HasAny(now, ContractKind.Case))
        {
            Add(isUnion ? UnionRules.Dropped : UnionRules.Introduced, old, now, "union", Names(old, ContractKind.Case), Names(now, ContractKind.Case), scope);
            CompareFacts(old, now, scope, only: AnyValue);
            return;
        }

        if (old.Fact("type") != now.Fact("type")
            && FactRules.Type(TypeWords.Split(old.Fact("type")), TypeWords.Split(now.Fact("type"))) == TypeRules.Changed)
        {
            // Another thing altogether: what else is said of the two cannot be compared.
            CompareFacts(old, now, scope, only: [.. AnyValue, "type"]);
            return;
        }

        bool isEnum = HasAny(old, ContractKind.Value);
        ContractKind? skipped = null;
        if (isEnum != HasAny(now, ContractKind.Value))
        {
            Add(isEnum ? EnumRules.Dropped : EnumRules.Introduced, old, now, "enum", Names(old, ContractKind.Value), Names(now, ContractKind.Value), scope);
            skipped = ContractKind.Value;
        }

        if (old.Has("discriminator") != now.Has("discriminator"))
        {
            skipped ??= ContractKind.Mapping;
        }

        CompareFacts(old, now, scope);
        CompareOrder(old, now, ContractKind.Value, EnumRules.OrderChanged, scope);
        CompareOrder(old, now, ContractKind.Case, UnionRules.OrderChanged, scope);
        Pair(old, now, skipped, (child, _) => scope.Into(child), (before, after) => CompareNodes(before, after, scope.Into(after)));
    }

    /// <summary>What moved into a part of <c>allOf</c>, or out of one, has not changed.</summary>
    private (ContractNode Old, ContractNode Now) Flattened(ContractNode old, ContractNode now)
    {
        for (int rounds = 0; rounds < 64; rounds++)
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

    private static Scope WithoutOneWay(ContractNode old, ContractNode now, Scope scope)
    {
        Usage usage = scope.Usage;
        usage &= old.Has("readOnly") && now.Has("readOnly") ? ~Usage.Sent : Usage.Both;
        usage &= old.Has("writeOnly") && now.Has("writeOnly") ? ~Usage.Received : Usage.Both;
        return scope with { Usage = usage };
    }

    private void CompareFacts(ContractNode old, ContractNode now, Scope scope, string[]? only = null)
    {
        foreach (string fact in old.Facts.Keys.Union(now.Facts.Keys, StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal))
        {
            if (only is not null && Array.IndexOf(only, fact) < 0)
            {
                continue;
            }

            string? before = old.Fact(fact);
            string? after = now.Fact(fact);
            switch (fact)
            {
                case "security":
                    CompareSecurity(old, now, scope);
                    break;
                case "requires":
                    CompareRequired(old, now, scope);
                    break;
                case "format" when old.Fact("type") != now.Fact("type"):
                    break; // The format goes with the type.
                default:
                    if (before != after && FactRules.Find(now.Kind, fact, before, after) is { } rule)
                    {
                        Add(rule, old, now, fact, before, after, scope);
                    }

                    break;
            }
        }
    }

    private void CompareSecurity(ContractNode old, ContractNode now, Scope scope)
    {
        // What an operation does not say itself, the document says for it.
        string before = old.Fact("security") ?? _old.Fact("security") ?? SecurityWords.None;
        string after = now.Fact("security") ?? _new.Fact("security") ?? SecurityWords.None;
        foreach ((Rule rule, string? one, string? other) in SecurityDiff.Compare(before, after))
        {
            Add(rule, old, now, "security", one, other, scope);
        }
    }

    private void CompareRequired(ContractNode old, ContractNode now, Scope scope)
    {
        string[] before = (old.Fact("requires") ?? "").Split([", "], StringSplitOptions.RemoveEmptyEntries);
        string[] after = (now.Fact("requires") ?? "").Split([", "], StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in after.Except(before))
        {
            Add(ObjectRules.BecameRequired, old, now, "required", null, name, scope, "property '" + name + "'");
        }

        foreach (string name in before.Except(after))
        {
            Add(ObjectRules.BecameOptional, old, now, "required", name, null, scope, "property '" + name + "'");
        }
    }

    private void CompareOrder(ContractNode old, ContractNode now, ContractKind kind, Rule rule, Scope scope)
    {
        string[] before = [.. old.Of(kind).Select(child => child.Name)];
        string[] after = [.. now.Of(kind).Select(child => child.Name)];
        if (!before.SequenceEqual(after) && before.Length == after.Length && new HashSet<string>(before).SetEquals(after))
        {
            Add(rule, old, now, kind == ContractKind.Value ? "enum" : now.Fact("union") ?? "oneOf", Names(old, kind), Names(now, kind), scope);
        }
    }

    private void Pair(
        ContractNode old,
        ContractNode now,
        ContractKind? skipped,
        Func<ContractNode, ContractNode, Scope> scopeOf,
        Action<ContractNode, ContractNode> compare)
    {
        foreach (ContractNode before in old.Children)
        {
            if (before.Kind == skipped || before.Kind == ContractKind.Part)
            {
                continue;
            }

            if (now.Child(before.Kind, before.Name) is { } after)
            {
                compare(before, after);
            }
            else if (ChildRules.Removed(old, before, now) is { } rule)
            {
                Scope scope = WithoutOneWay(before, before, scopeOf(before, old));
                _changes.Add(new ContractChange
                {
                    Rule = rule,
                    Usage = scope.Usage,
                    Group = scope.Group,
                    Path = scope.Path,
                    Subject = NodeWords.Subject(before),
                    OldPlace = before.Place,
                    NewPlace = now.Place,
                    OldLocation = before.Place?.Location,
                    NewLocation = now.Place?.Location,
                });
            }
        }

        foreach (ContractNode after in now.Children)
        {
            if (after.Kind == skipped || after.Kind == ContractKind.Part || old.Child(after.Kind, after.Name) is not null)
            {
                continue;
            }

            if (ChildRules.Added(now, after, old) is { } rule)
            {
                Scope scope = WithoutOneWay(after, after, scopeOf(after, now));
                _changes.Add(new ContractChange
                {
                    Rule = rule,
                    Usage = scope.Usage,
                    Group = scope.Group,
                    Path = scope.Path,
                    Subject = NodeWords.Subject(after),
                    OldPlace = null,
                    NewPlace = after.Place,
                    NewLocation = after.Place?.Location,
                });
            }
        }
    }

    private void Add(
        Rule rule, ContractNode old, ContractNode now, string keyword, string? before, string? after, Scope scope, string? subject = null) =>
        _changes.Add(new ContractChange
        {
            Rule = rule,
            Usage = scope.Usage,
            Group = scope.Group,
            Path = scope.Path,
            Subject = subject ?? NodeWords.Subject(now),
            OldValue = before,
            NewValue = after,
            OldPlace = old.Place,
            NewPlace = now.Place,
            OldLocation = old.Place?.Of(keyword),
            NewLocation = now.Place?.Of(keyword),
        });

    private static bool HasAny(ContractNode node, ContractKind kind) => node.Children.Exists(child => child.Kind == kind);

    private static string? Names(ContractNode node, ContractKind kind) =>
        HasAny(node, kind) ? string.Join(", ", node.Of(kind).Select(child => child.Name)) : null;
}
