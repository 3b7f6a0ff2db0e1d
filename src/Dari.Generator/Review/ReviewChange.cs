using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review.Comparing;
using Dari.Generator.Review.Rules;
using Dari.Generator.Review.Surface;

namespace Dari.Generator.Review;

/// <summary>
/// A change as a person reviews it: what the document says, what that means on the wire, and what it does to the C#
/// surface. Where only the surface has changed, such as by a collision of names, it stands for that alone.
/// </summary>
internal sealed class ReviewChange
{
    private ReviewChange(Rule rule, Usage usage, string group, string path, string message)
    {
        (Rule, Group, Path, Message) = (rule, group, path, message);
        Sent = (usage & Usage.Sent) != 0 ? rule.Sent : null;
        Received = (usage & Usage.Received) != 0 ? rule.Received : null;
    }

    public Rule Rule { get; }

    /// <summary>Whether it is new, gone, or another one.</summary>
    public Difference Difference { get; init; }

    /// <summary>What it does to what the client sends; <see langword="null"/> where it sends nothing of it.</summary>
    public Level? Sent { get; }

    /// <summary>What it does to what the client receives; <see langword="null"/> where it receives nothing of it.</summary>
    public Level? Received { get; }

    /// <summary>The operation or the named schema, such as <c>GET /pets</c> or <c>schema Pet</c>.</summary>
    public string Group { get; }

    /// <summary>Where in the group; empty for the group itself.</summary>
    public string Path { get; }

    public string Message { get; }

    /// <summary>What the contract said of it, a line a fact.</summary>
    public IEnumerable<string> OldFacts { get; init; } = [];

    public string? OldValue { get; init; }

    public string? NewValue { get; init; }

    public string? OldPointer { get; init; }

    public string? NewPointer { get; init; }

    public LocationInfo? OldLocation { get; init; }

    /// <summary>For what is gone the place that had it.</summary>
    public LocationInfo? NewLocation { get; init; }

    public List<SurfaceChange> Api { get; } = [];

    /// <summary>The heaviest of what it does to calls and to code.</summary>
    public Level Level => Api.Select(change => change.Level)
        .Concat([Sent ?? Level.Safe, Received ?? Level.Safe])
        .Max();

    public static ReviewChange Of(ContractChange change) =>
        new(change.Rule, change.Usage, change.Group, change.Path, change.Message)
        {
            Difference = change.Difference,
            OldFacts = change.OldNode is { } node ? NodeFacts.Of(node) : [],
            OldValue = change.OldValue,
            NewValue = change.NewValue,
            OldPointer = change.OldPlace?.Pointer,
            NewPointer = change.NewPlace?.Pointer,
            OldLocation = change.OldLocation,
            NewLocation = change.NewLocation,
        };

    /// <summary>For what nothing in the document explains.</summary>
    public static ReviewChange Of(SurfaceChange change, string group, LocationInfo? old, LocationInfo? now)
    {
        var review = new ReviewChange(change.Rule, Usage.None, group, "", change.Message)
        {
            Difference = change.Old is null ? Difference.Added : change.New is null ? Difference.Removed : Difference.Changed,
            OldValue = change.Old?.ToString(),
            NewValue = change.New?.ToString(),
            OldLocation = old,
            NewLocation = now,
        };
        review.Api.Add(change);
        return review;
    }
}
