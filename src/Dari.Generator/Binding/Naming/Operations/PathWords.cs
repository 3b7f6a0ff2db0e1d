using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming.Operations;

/// <summary>What a path says: <c>/v1/users/{id}/posts:archive</c> is about a user's posts, to archive.</summary>
internal sealed class PathWords
{
    private static readonly string[] Extensions = [".json", ".xml"];

    private readonly string[] _segments;

    public PathWords(ApiOperation operation)
    {
        // Some documents write a query or a fragment into the path, to have several operations under one.
        string[] parts = operation.Path.Split(['?', '#'], 2);
        _segments = parts[0].Split(['/', ':'], StringSplitOptions.RemoveEmptyEntries).Select(WithoutExtension).ToArray();
        Suffix = parts.Length > 1 ? Words.Split(parts[1]).ToArray() : [];
        string[] last = _segments.Length > 0 && !IsHole(_segments[_segments.Length - 1])
            ? Words.Split(_segments[_segments.Length - 1]).ToArray()
            : [];
        Action = last.Length > 0 && _segments.Length > 1 && PathVerbs.IsAction(last[0], operation.Method) ? last : [];
        Version = _segments.Where(IsVersion).Take(1).ToArray();
    }

    /// <summary>What the last segment says is done, as <c>cancel</c> or <c>cancel_action</c>; empty where it is a thing.</summary>
    public IReadOnlyList<string> Action { get; }

    /// <summary>Words behind <c>?</c> or <c>#</c>.</summary>
    public IReadOnlyList<string> Suffix { get; }

    public IReadOnlyList<string> Version { get; }

    /// <summary>Whether the path ends with a parameter, and so is about one of many.</summary>
    public bool IsItem => _segments.Length > 0 && IsHole(_segments[_segments.Length - 1]);

    /// <summary>The words of things; what a parameter follows is one of many: <c>/users/{id}/posts</c> is user, posts.</summary>
    public string[] Nouns()
    {
        var nouns = new List<string>();
        int end = Action.Count > 0 ? _segments.Length - 1 : _segments.Length;
        for (int i = 0; i < end; i++)
        {
            if (IsHole(_segments[i]) || IsVersion(_segments[i]) || IsPrefix(i))
            {
                continue;
            }

            string[] words = Words.Split(_segments[i]).ToArray();
            bool isOne = words.Length > 0 && i + 1 < _segments.Length && IsHole(_segments[i + 1]);
            nouns.AddRange(isOne ? [.. words.Take(words.Length - 1), Singular.Of(words[words.Length - 1])] : words);
        }

        return nouns.ToArray();
    }

    /// <summary>All words of the path as they are written, but for those of parameters and versions.</summary>
    public string[] Written() => _segments.Where(segment => !IsHole(segment) && !IsVersion(segment)).SelectMany(Words.Split).ToArray();

    /// <summary>
    /// Whether words say no more than the path does, as <c>accounts_account_persons</c> of <c>/accounts/{account}/persons</c>:
    /// somebody had them made.
    /// </summary>
    public bool IsEchoedBy(IReadOnlyList<string> words)
    {
        int at = 0;
        foreach (string segment in _segments.Where((part, i) => !IsVersion(part) && !IsPrefix(i)))
        {
            string[] own = Words.Split(segment).ToArray();
            int length = Echo(words, at, own);
            if (length == 0 && IsHole(segment) && own.Length > 1)
            {
                length = Echo(words, at, [own[own.Length - 1]]);
            }

            if (length == 0)
            {
                return false;
            }

            at += length;
        }

        return at == words.Count || Echo(words, at, Suffix) == words.Count - at;
    }

    /// <summary>The segment that groups operations which have no tag.</summary>
    public string? Group() => _segments.Where((part, i) => !IsHole(part) && !IsVersion(part) && !IsPrefix(i) && Words.Split(part).Count > 0).FirstOrDefault();

    private static int Echo(IReadOnlyList<string> words, int at, IReadOnlyList<string> own)
    {
        bool isEchoed = at + own.Count <= words.Count
            && !own.Where((word, i) => !string.Equals(word, words[at + i], StringComparison.OrdinalIgnoreCase)).Any();
        return isEchoed ? own.Count : 0;
    }

    private static bool IsHole(string segment) => segment.IndexOf('{') >= 0;

    // "/api/users" says as much as "/users".
    private bool IsPrefix(int index) =>
        index < _segments.Length - 1
        && _segments[index].ToLowerInvariant() is "api" or "rest" or "apis"
        && _segments.Take(index).All(before => IsVersion(before));

    /// <summary><c>v1</c>, <c>v2beta1</c>, <c>2.1</c>, <c>2</c>, <c>2024-06-01</c>.</summary>
    private static bool IsVersion(string segment)
    {
        string rest = segment[0] is 'v' or 'V' ? segment.Substring(1) : segment;
        return rest.Length > 0
            && char.IsDigit(rest[0])
            && rest.Replace("alpha", "").Replace("beta", "").All(c => char.IsDigit(c) || c is '.' or '-');
    }

    private static string WithoutExtension(string segment)
    {
        foreach (string extension in Extensions)
        {
            if (segment.Length > extension.Length && segment.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                return segment.Substring(0, segment.Length - extension.Length);
            }
        }

        return segment;
    }
}
