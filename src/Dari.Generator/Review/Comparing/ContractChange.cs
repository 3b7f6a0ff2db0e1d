using Dari.Generator.Diagnostics;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Comparing;

/// <summary>One difference between two contracts, judged by a rule.</summary>
internal sealed class ContractChange
{
    public required Rule Rule { get; init; }

    public Difference Difference { get; init; }

    /// <summary>Which way the part travels; <see cref="Usage.None"/>: nobody calls for it.</summary>
    public required Usage Usage { get; init; }

    /// <summary>The operation or the named schema that it is part of, such as <c>GET /pets</c> or <c>schema Pet</c>.</summary>
    public required string Group { get; init; }

    /// <summary>Where in the group, such as <c>response 200 application/json .name</c>; empty for the group itself.</summary>
    public required string Path { get; init; }

    /// <summary>What changed, in words.</summary>
    public required string Subject { get; init; }

    /// <summary>The part as it was; <see langword="null"/> where it is new.</summary>
    public ContractNode? OldNode { get; init; }

    public string? OldValue { get; init; }

    public string? NewValue { get; init; }

    /// <summary>Where it stood, and the JSON pointer of that; <see langword="null"/> where it is new, or in a contract out of a lock.</summary>
    public ContractPlace? OldPlace { get; init; }

    /// <summary>Where it stands; for what is gone the place that had it.</summary>
    public ContractPlace? NewPlace { get; init; }

    public LocationInfo? OldLocation { get; init; }

    public LocationInfo? NewLocation { get; init; }

    public Level? Sent => (Usage & Usage.Sent) != 0 ? Rule.Sent : null;

    public Level? Received => (Usage & Usage.Received) != 0 ? Rule.Received : null;

    /// <summary>The heavier of the two; what nobody calls for harms nobody.</summary>
    public Level Level => (Sent ?? Level.Safe) > (Received ?? Level.Safe) ? Sent!.Value : Received ?? Sent ?? Level.Safe;

    public string Message => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, Rule.Message, Subject, Shown(OldValue), Shown(NewValue));

    private static string Shown(string? value) => value is null ? "nothing" : "'" + (value.Length > 120 ? value.Substring(0, 117) + "..." : value) + "'";
}
