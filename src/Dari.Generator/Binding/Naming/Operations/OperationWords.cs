using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming.Operations;

/// <summary>
/// The words of an operation: those of its <c>operationId</c> without what tools add, or those of its method and path where
/// there is no id or the id only repeats them.
/// </summary>
internal sealed class OperationWords
{
    private readonly ApiOperation _operation;
    private readonly PathWords _path;

    public OperationWords(ApiOperation operation)
    {
        _operation = operation;
        _path = new PathWords(operation);
        string[] id = operation.OperationId is { } text ? FromId(text) : [];
        HasId = id.Length > 0;
        All = HasId ? id : FromPath();
    }

    /// <summary>Whether the words are those of an id that somebody chose.</summary>
    public bool HasId { get; }

    public IReadOnlyList<string> All { get; }

    public PathWords Path => _path;

    /// <summary><c>GET /users/{id}/posts</c> lists user posts; <c>POST /users/{id}/block</c> blocks a user.</summary>
    public string[] FromPath()
    {
        string[] nouns = _path.Nouns();
        if (_path.Action.Count > 0)
        {
            return [_path.Action[0], .. nouns, .. _path.Action.Skip(1), .. _path.Suffix];
        }

        string verb = PathVerbs.Of(_operation.Method, _path.IsItem || !IsCollection(nouns));
        return verb == "Create" && nouns.Length > 0 && !TakesList()
            ? [verb, .. nouns.Take(nouns.Length - 1), Singular.Of(nouns[nouns.Length - 1]), .. _path.Suffix]
            : [verb, .. nouns, .. _path.Suffix];
    }

    /// <summary>"by" and what finds the thing, as in <c>ByOwnerRepo</c>.</summary>
    public string[] By()
    {
        string[] names = _operation.Parameters
            .Where(parameter => parameter.In == ApiParameterLocation.Path)
            .SelectMany(parameter => Words.Split(parameter.Name))
            .ToArray();
        return names.Length == 0 ? [] : ["By", .. names];
    }

    /// <summary>What is created or read without an id is one of many, unless its word is not a plural.</summary>
    private bool IsCollection(string[] nouns) =>
        _operation.Method != "GET" || (nouns.Length > 0 && Singular.IsPlural(nouns[nouns.Length - 1])) || AnswersWithList();

    private bool AnswersWithList() => _operation.Responses
        .Where(response => response.Status.StartsWith("2", StringComparison.Ordinal))
        .SelectMany(response => response.Content)
        .Any(media => IsList(media.Schema));

    private bool TakesList() => (_operation.Body?.Content ?? []).Any(media => IsList(media.Schema));

    private static bool IsList(ApiSchema? schema) => schema is not null && (schema.Reference ?? schema).Types == SchemaTypes.Array;

    private string[] FromId(string id)
    {
        List<string> words = WithoutController(WithoutSpringTail(WithoutPath(Words.Split(id))));
        bool isSeparated = id.Any(c => c is '-' or '_' or ' ');
        string[] rest = words.Where((word, i) => i == 0 || i == words.Count - 1 || !IsArticle(word, isSeparated)).ToArray();
        bool isEcho = rest.Length > 0
            && string.Equals(rest[0], _operation.Method, StringComparison.OrdinalIgnoreCase)
            && _path.IsEchoedBy(rest.Skip(1).ToArray());
        return isEcho ? [] : VerbFirst(rest);
    }

    /// <summary>FastAPI writes <c>create_snapshot_v1_snapshots_post</c>: function, path and method.</summary>
    private List<string> WithoutPath(List<string> words)
    {
        List<string> tail = Words.Split(_operation.Path);
        tail.Add(_operation.Method);
        int start = words.Count - tail.Count;
        bool endsSo = start > 0
            && !tail.Where((word, i) => !string.Equals(word, words[start + i], StringComparison.OrdinalIgnoreCase)).Any();
        return endsSo ? words.Take(start).ToList() : words;
    }

    /// <summary>Springfox writes <c>listUsingGET_1</c>: function, method, and a number where two are called the same.</summary>
    private List<string> WithoutSpringTail(List<string> words)
    {
        int end = words.Count > 3 && words[words.Count - 1].All(char.IsDigit) ? words.Count - 1 : words.Count;
        bool endsSo = end > 2
            && words[end - 2] == "Using"
            && string.Equals(words[end - 1], _operation.Method, StringComparison.OrdinalIgnoreCase);
        return endsSo ? words.Take(end - 2).ToList() : words;
    }

    /// <summary>NestJS writes <c>PetsController_findAll</c>: class and function.</summary>
    private static List<string> WithoutController(List<string> words)
    {
        int controller = words.FindIndex(word => word == "Controller");
        return controller > 0 && controller + 1 < words.Count ? words.Where((_, i) => i != controller).ToList() : words;
    }

    /// <summary><c>pets_get</c> is get, pets, where the last word is what the method does and the first is no verb.</summary>
    private string[] VerbFirst(string[] words)
    {
        bool isLast = words.Length > 1 && PathVerbs.Says(words[words.Length - 1], _operation.Method) && !PathVerbs.IsVerb(words[0]);
        return isLast ? [words[words.Length - 1], .. words.Take(words.Length - 1)] : words;
    }

    // "create-a-pet"; in "planAFeatures" the letter says which plan.
    private static bool IsArticle(string word, bool isSeparated) =>
        (isSeparated && word == "a") || word is "an" or "the" || (!isSeparated && word is "An" or "The");
}
