using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review.Comparing;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Locks;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;

namespace Dari.Generator.Review;

/// <summary>Everything that changed between two versions of a document, the heaviest first.</summary>
internal sealed class SpecDiff
{
    private readonly SpecVersion _old;
    private readonly SpecVersion _new;
    private readonly List<ReviewChange> _changes;

    private SpecDiff(SpecVersion old, SpecVersion now, CancellationToken cancellationToken)
    {
        (_old, _new) = (old, now);
        _changes = [.. ContractDiff.Compare(old.Contract, now.Contract, cancellationToken).Select(ReviewChange.Of)];
        Surface = SurfaceDiff.Compare(old.Surface, now.Surface);
        Attach();
        _changes = [.. _changes
            .OrderByDescending(change => change.Level)
            .ThenBy(change => change.Group, StringComparer.Ordinal)
            .ThenBy(change => change.Path, StringComparer.Ordinal)
            .ThenBy(change => change.Rule.Id, StringComparer.Ordinal)];
        Words = old.WordsDigest is null ? ChangedWords(old, now) : [];
        HasOtherWords = old.WordsDigest is { } digest ? digest != Digest.Of(ContractText.Words(now.Contract)) : Words.Count > 0;
    }

    public IReadOnlyList<ReviewChange> Changes => _changes;

    /// <summary>What happened to the members that programs use; each of them that matters stands in a change as well.</summary>
    public IReadOnlyList<SurfaceChange> Surface { get; }

    /// <summary>Whether descriptions, summaries, titles or examples are others: words for people, which break nobody.</summary>
    public bool HasOtherWords { get; }

    /// <summary>Where they are others; empty for a version out of a lock, which does not hold them.</summary>
    public IReadOnlyList<string> Words { get; }

    public bool IsEmpty => _changes.Count == 0;

    public static SpecDiff Compare(SpecVersion old, SpecVersion now, CancellationToken cancellationToken = default) =>
        new(old, now, cancellationToken);

    public int Count(Level level) => _changes.Count(change => change.Level == level);

    private static IReadOnlyList<string> ChangedWords(SpecVersion old, SpecVersion now) =>
    [
        .. ContractText.Words(old.Contract).Concat(ContractText.Words(now.Contract))
            .GroupBy(words => words, StringComparer.Ordinal)
            .Where(same => same.Count() == 1)
            .Select(same => same.Key.Substring(0, same.Key.IndexOf('=')))
            .Distinct(),
    ];

    private void Attach()
    {
        ILookup<string, ReviewChange> groups = _changes.ToLookup(change => change.Group, StringComparer.Ordinal);
        var oldPlaces = new SurfacePlace(_old.Surface);
        var newPlaces = new SurfacePlace(_new.Surface);
        var byType = new Dictionary<string, ReviewChange>(StringComparer.Ordinal);
        var open = new List<SurfaceChange>();
        foreach (SurfaceChange change in Surface)
        {
            (string group, string path) = Place(change);
            ReviewChange? cause = Cause(groups[group], path)
                ?? (change.Old is { } old && oldPlaces.Of(old) is var before && before.Group != group ? Cause(groups[before.Group], before.Path) : null);
            if (cause is null)
            {
                open.Add(change);
                continue;
            }

            cause.Api.Add(change);
            if (change.Line.Kind == SurfaceKind.Type)
            {
                byType[(change.Old ?? change.New)!.Key] = cause;
            }
        }

        // What mentions a type that has changed has changed with it; types first, because their members follow them.
        foreach (SurfaceChange change in open.OrderBy(change => change.Line.Kind))
        {
            (string group, _) = Place(change);
            if (Mentioned(change, byType) is { } cause)
            {
                cause.Api.Add(change);
                if (change.Line.Kind == SurfaceKind.Type)
                {
                    byType[change.Line.Key] = cause;
                }
            }
            else if (change.Level > Level.Safe)
            {
                string name = group.Length > 0 ? group : "API";
                _changes.Add(ReviewChange.Of(change, name, LocationOf(_old, name), LocationOf(_new, name)));
            }
        }

        (string Group, string Path) Place(SurfaceChange change) =>
            change.New is { } now ? newPlaces.Of(now) : oldPlaces.Of(change.Old!);
    }

    private static ReviewChange? Mentioned(SurfaceChange change, Dictionary<string, ReviewChange> byType)
    {
        char[] ends = [' ', ',', '<', '>', '(', ')', '?', ':'];
        IEnumerable<string> words = (change.Old?.Signature ?? "").Split(ends).Except((change.New?.Signature ?? "").Split(ends)).Concat([change.Line.Type]);
        foreach (string word in words)
        {
            if (byType.TryGetValue(word, out ReviewChange? cause))
            {
                return cause;
            }
        }

        return null;
    }

    /// <summary>The change at the place itself, else within it, else around it.</summary>
    private static ReviewChange? Cause(IEnumerable<ReviewChange> changes, string path) => changes
        .Select(change => (Change: change, Distance: Distance(WithoutMedia(change.Path), path)))
        .Where(pair => pair.Distance is not null)
        .OrderBy(pair => pair.Distance)
        .ThenByDescending(pair => pair.Change.Level)
        .Select(pair => pair.Change)
        .FirstOrDefault();

    /// <summary>What a type was made of is told without media types, so that all versions tell it alike.</summary>
    private static string WithoutMedia(string path) => string.Join(" ", path.Split(' ').Where(step => step.IndexOf('/') < 0));

    private static int? Distance(string one, string other)
    {
        // One record has the headers of all answers.
        if (other.StartsWith("response header ", StringComparison.Ordinal))
        {
            int at = one.StartsWith("response ", StringComparison.Ordinal) ? one.IndexOf(" header ", StringComparison.Ordinal) : -1;
            one = at < 0 ? one : "response" + one.Substring(at);
        }

        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        // A parameter has a number where its type comes from, and a name in the contract: the last step tells.
        string last = other.Substring(Math.Max(other.LastIndexOf(" value ", StringComparison.Ordinal), other.LastIndexOf(" .", StringComparison.Ordinal)) + 1);
        if (last.Length < other.Length && other.StartsWith("parameters", StringComparison.Ordinal))
        {
            return one.EndsWith(" " + last, StringComparison.Ordinal) ? 1 : null;
        }

        bool isWithin = other.Length == 0 || one.StartsWith(other + " ", StringComparison.OrdinalIgnoreCase);
        bool isAround = one.Length == 0 || other.StartsWith(one + " ", StringComparison.OrdinalIgnoreCase);
        return isWithin || isAround ? Math.Abs(one.Length - other.Length) + (isAround ? 1000 : 0) : null;
    }

    private static LocationInfo? LocationOf(SpecVersion version, string group) => version.Contract.Children
        .FirstOrDefault(node => node.Kind is ContractKind.Operation or ContractKind.Webhook or ContractKind.Callback or ContractKind.Type && NodeWords.Subject(node) == group)?.Place?.Location;
}
