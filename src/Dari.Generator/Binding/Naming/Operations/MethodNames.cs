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
        IEnumerable<string> names = Rungs(words, groupWords, operation)
            .Select(rung => Async(MemberNames.Pascal(string.Join(" ", rung))));
        return Contender.InStep(asked is null ? names : names.Prepend(Async(asked)), asked is null ? Rank(words, operation) : 0);
    }

    /// <summary>
    /// The rules in the order in which they are tried; none of them looks at other operations. Of those that clash each
    /// says more at the same step, so that one that has nothing more to say keeps the shortest name.
    /// </summary>
    private static IEnumerable<IEnumerable<string>> Rungs(OperationWords words, string[] group, ApiOperation operation)
    {
        string[] shortest = WithoutGroup(words, group);
        yield return shortest;

        string[] version = words.Path.Version.ToArray();
        yield return [.. shortest, .. version];

        string[] path = words.FromPath();
        string[] by = words.By();
        foreach (IEnumerable<string> rung in words.HasId ? WithId(words, group, path, by, version) : WithoutId(shortest, group, operation.Method, path, by, version))
        {
            yield return rung;
        }

        yield return [path[0], .. words.Path.Written(), .. words.Path.Suffix, .. by, .. version];
        yield return [SymbolWords.SpellCapitals(operation.Method.ToLowerInvariant() + operation.Path)];
    }

    private static IEnumerable<IEnumerable<string>> WithId(OperationWords words, string[] group, string[] path, string[] by, string[] version)
    {
        yield return words.All;
        yield return [.. words.All, .. version];
        string[] shortPath = WithoutGroup(path, group);
        yield return shortPath;
        yield return [.. shortPath, .. by];
        yield return path;
        yield return [.. path, .. by, .. version];
    }

    private static IEnumerable<IEnumerable<string>> WithoutId(
        string[] shortest, string[] group, string method, string[] path, string[] by, string[] version)
    {
        yield return WithoutGroup([method.ToLowerInvariant(), .. path.Skip(1)], group);
        yield return [.. shortest, .. by];
        yield return [.. shortest, .. by, .. version];
        yield return path;
        yield return [.. path, .. by];
        yield return [.. path, .. by, .. version];
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
