using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Comparing;

/// <summary>Compares what two nodes say of themselves, their parts aside.</summary>
internal sealed class FactDiff(ContractNode oldApi, ContractNode newApi, ChangeList changes)
{
    /// <param name="old">The old node.</param>
    /// <param name="now">The new node.</param>
    /// <param name="scope">Where the comparison is.</param>
    /// <param name="only">The facts that count; <see langword="null"/>: all.</param>
    public void Compare(ContractNode old, ContractNode now, Scope scope, string[]? only = null)
    {
        foreach (string fact in old.Facts.Keys.Union(now.Facts.Keys, StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal))
        {
            if (only is null || Array.IndexOf(only, fact) >= 0)
            {
                Compare(fact, old, now, scope);
            }
        }
    }

    /// <summary>The same values in another order mean something to whoever numbers them.</summary>
    public void CompareOrder(ContractNode old, ContractNode now, ContractKind kind, Rule rule, Scope scope)
    {
        string[] before = [.. old.Of(kind).Select(child => child.Name)];
        string[] after = [.. now.Of(kind).Select(child => child.Name)];
        if (!before.SequenceEqual(after) && before.Length == after.Length && new HashSet<string>(before).SetEquals(after))
        {
            string keyword = kind == ContractKind.Value ? "enum" : now.Fact("union") ?? "oneOf";
            changes.Add(rule, old, now, keyword, string.Join(", ", before), string.Join(", ", after), scope);
        }
    }

    private void Compare(string fact, ContractNode old, ContractNode now, Scope scope)
    {
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
                    // An extension is not told by its rule.
                    string? subject = rule == ExtensionRules.Changed ? "'" + fact + "' of " + NodeWords.Subject(now) : null;
                    changes.Add(rule, old, now, fact, before, after, scope, subject);
                }

                break;
        }
    }

    private void CompareSecurity(ContractNode old, ContractNode now, Scope scope)
    {
        // What an operation does not say itself, the document says for it.
        string before = old.Fact("security") ?? oldApi.Fact("security") ?? SecurityWords.None;
        string after = now.Fact("security") ?? newApi.Fact("security") ?? SecurityWords.None;
        foreach ((Rule rule, string? one, string? other) in SecurityDiff.Compare(before, after))
        {
            changes.Add(rule, old, now, "security", one, other, scope);
        }
    }

    private void CompareRequired(ContractNode old, ContractNode now, Scope scope)
    {
        string[] before = (old.Fact("requires") ?? "").Split([", "], StringSplitOptions.RemoveEmptyEntries);
        string[] after = (now.Fact("requires") ?? "").Split([", "], StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in after.Except(before))
        {
            changes.Add(ObjectRules.BecameRequired, old, now, "required", null, name, scope, "property '" + name + "'");
        }

        foreach (string name in before.Except(after))
        {
            changes.Add(ObjectRules.BecameOptional, old, now, "required", name, null, scope, "property '" + name + "'");
        }
    }
}
