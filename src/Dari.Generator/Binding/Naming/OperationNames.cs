using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Names of methods: the operationId without what the call site says already. <c>createSandbox</c> under the tag
/// Sandboxes is <c>Create</c>, because the caller writes <c>client.Sandboxes.CreateAsync</c>.
/// </summary>
internal static class OperationNames
{
    /// <summary>From the most wanted to the least; none of them depends on other operations.</summary>
    public static IReadOnlyList<string> Candidates(ApiOperation operation, string tag)
    {
        string[] tagWords = Words.Split(tag).ToArray();
        string[] path = FromPath(operation);
        string[] full = Full(operation);
        string[] version = Segments(operation).Where(IsVersion).Take(1).ToArray();
        return new[] { WithoutTag(full, tagWords), full, path, [.. path, .. version], [.. path, .. By(operation), .. version] }
            .Select(words => MemberNames.Pascal(string.Join(" ", words)))
            .Distinct()
            .ToArray();
    }

    /// <summary>The words of the operationId, or of method and path where there is none.</summary>
    public static string[] Full(ApiOperation operation)
    {
        string[] id = operation.OperationId is { } text ? WithoutPath(Words.Split(text), operation) : [];
        return id.Length > 0 ? id : FromPath(operation);
    }

    /// <summary>
    /// Takes the tag's noun away where it stands first or right behind the verb. Elsewhere it stays: without it
    /// <c>listSessionMessages</c> would read as if it listed sessions.
    /// </summary>
    private static string[] WithoutTag(string[] words, string[] tag)
    {
        for (int start = 0; start <= 1 && tag.Length > 0; start++)
        {
            if (words.Length > tag.Length && start + tag.Length <= words.Length
                && tag.Select((word, i) => Singular.Matches(word, words[start + i])).All(match => match))
            {
                return [.. words.Take(start), .. words.Skip(start + tag.Length)];
            }
        }

        return words;
    }

    /// <summary>FastAPI writes <c>create_snapshot_v1_snapshots_post</c>: function, path and method.</summary>
    private static string[] WithoutPath(List<string> words, ApiOperation operation)
    {
        List<string> tail = Words.Split(operation.Path);
        tail.Add(operation.Method);
        int start = words.Count - tail.Count;
        bool endsSo = start > 0
            && !tail.Where((word, i) => !string.Equals(word, words[start + i], StringComparison.OrdinalIgnoreCase)).Any();
        return (endsSo ? words.Take(start) : words).ToArray();
    }

    /// <summary><c>GET /users/{id}/posts</c> lists user posts, <c>GET /users/{id}/posts/{postId}</c> gets a user post.</summary>
    private static string[] FromPath(ApiOperation operation)
    {
        string[] segments = Segments(operation);
        bool isItem = segments.Length > 0 && segments[segments.Length - 1].EndsWith("}", StringComparison.Ordinal);
        return [Verb(operation.Method, isItem), .. PathNouns(operation)];
    }

    /// <summary>The words of the path; what a parameter follows is one of many: <c>/users/{id}/posts</c> is user, posts.</summary>
    public static IEnumerable<string> PathNouns(ApiOperation operation)
    {
        string[] segments = Segments(operation);
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Contains("{") || IsVersion(segments[i]))
            {
                continue;
            }

            List<string> words = Words.Split(segments[i]);
            if (words.Count > 0 && i + 1 < segments.Length && segments[i + 1].StartsWith("{", StringComparison.Ordinal))
            {
                words[words.Count - 1] = Singular.Of(words[words.Count - 1]);
            }

            foreach (string word in words)
            {
                yield return word;
            }
        }
    }

    // Some documents write a query into the path.
    private static string[] Segments(ApiOperation operation) =>
        operation.Path.Split('?', '#')[0].Split(['/'], StringSplitOptions.RemoveEmptyEntries);

    private static string Verb(string method, bool isItem) => (method, isItem) switch
    {
        ("GET", false) => "List",
        ("GET", true) => "Get",
        ("POST", false) => "Create",
        ("PUT", _) => "Replace",
        ("PATCH", _) => "Update",
        _ => Words.Capitalize(method.ToLowerInvariant()),
    };

    public static IEnumerable<string> By(ApiOperation operation)
    {
        string[] names = operation.Parameters
            .Where(parameter => parameter.In == ApiParameterLocation.Path)
            .SelectMany(parameter => Words.Split(parameter.Name))
            .ToArray();
        return names.Length == 0 ? [] : ["By", .. names];
    }

    public static bool IsVersion(string segment) =>
        segment.Length > 1 && segment[0] is 'v' or 'V' && segment.Skip(1).All(c => char.IsDigit(c) || c == '.');
}
