using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming.Operations;

/// <summary>
/// Names of methods: the operationId without what the call site says already. <c>createSandbox</c> under the tag
/// Sandboxes is <c>Create</c>, because the caller writes <c>client.Sandboxes.CreateAsync</c>.
/// </summary>
internal static class MethodNames
{
    /// <summary>What every object has.</summary>
    public static readonly string[] OfObject =
        ["Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    public static Contender Of(ApiOperation operation, string group, NameOverrides overrides)
    {
        string[] groupWords = Words.Split(group).ToArray();
        var words = new OperationWords(operation);
        string? asked = overrides.Operation(operation);
        string exact = SymbolWords.SpellCapitals(operation.Method.ToLowerInvariant() + operation.Path);
        IEnumerable<string> names = Rungs(words, groupWords, operation.Method)
            .Select(rung => Async(MemberNames.Pascal(string.Join(" ", rung))))
            .Append(Async(MemberNames.Pascal(exact)));
        return Contender.InStep(asked is null ? names : names.Prepend(Async(asked)), asked is null ? Rank(words, operation) : 0);
    }

    /// <summary>
    /// The rules in the order in which they are tried; none of them looks at other operations. Of those that clash each
    /// says more at the same step, so that one that has nothing more to say keeps the shortest name.
    /// </summary>
    private static IEnumerable<string>[] Rungs(OperationWords words, string[] group, string method)
    {
        string[] path = words.FromPath();
        string[] version = words.Path.Version.ToArray();
        string[] by = words.By();
        string[] shortest = WithoutGroup(words, group);
        string[] whole = words.All.ToArray();
        string[] bare = WithoutGroup([method.ToLowerInvariant(), .. path.Skip(1)], group);
        string[] written = [path[0], .. words.Path.Written(), .. words.Path.Suffix, .. by, .. version];
        string[] shortPath = WithoutGroup(path, group);
        return words.HasId
            ? [shortest, [.. shortest, .. version], whole, [.. whole, .. version], shortPath, [.. shortPath, .. by], path, [.. path, .. by, .. version], written]
            : [shortest, [.. shortest, .. version], bare, [.. shortest, .. by], [.. shortest, .. by, .. version], path, [.. path, .. by], [.. path, .. by, .. version], written];
    }

    // PATCH is what updates, where POST to the same path is there as well.
    private static int Rank(OperationWords words, ApiOperation operation) =>
        !words.HasId && operation.Method == "POST" && words.All[0] == "Update" ? 2 : 1;

    private static string Async(string name) => name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name : name + "Async";

    /// <summary>Getting all of what the group is about is listing it: <c>getPets</c> of <c>GET /pets</c> is List.</summary>
    private static string[] WithoutGroup(OperationWords words, string[] group)
    {
        string[] rest = WithoutGroup(words.All, group);
        bool isAll = rest.Length == 1
            && words.HasId
            && words.All.Count > 1
            && rest[0].ToLowerInvariant() is "get" or "read" or "retrieve" or "fetch"
            && !words.Path.IsItem
            && words.FromPath()[0] == "List"
            && Singular.IsPlural(words.All[words.All.Count - 1]);
        return isAll ? ["List"] : rest;
    }

    /// <summary>
    /// Takes the group's noun away where it stands first or right behind the verb. Elsewhere it stays: without it
    /// <c>listSessionMessages</c> would read as if it listed sessions.
    /// </summary>
    private static string[] WithoutGroup(IReadOnlyList<string> words, string[] group)
    {
        for (int start = 0; start <= 1 && group.Length > 0; start++)
        {
            if (words.Count > group.Length && start + group.Length <= words.Count
                && group.Select((word, i) => Singular.Matches(word, words[start + i])).All(match => match))
            {
                return [.. words.Take(start), .. words.Skip(start + group.Length)];
            }
        }

        return words.ToArray();
    }
}
