using Dari.Generator.Review;
using Dari.Generator.Review.Comparing;
using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Tests.Review;

/// <summary>Changes as texts in which the direction does not show.</summary>
internal static class Mirror
{
    public static IReadOnlyList<string> Seen(SpecVersion before, SpecVersion after) =>
        [.. Changes(before, after).Select(change => Text(change, change.Rule.Id, change.OldValue, change.NewValue)).OrderBy(text => text, StringComparer.Ordinal)];

    /// <summary>What the changes from <paramref name="before"/> to <paramref name="after"/> are when they are undone.</summary>
    public static IReadOnlyList<string> Of(SpecVersion before, SpecVersion after) =>
        [.. Changes(before, after).Select(change => Text(change, change.Rule.Mirror, change.NewValue, change.OldValue)).OrderBy(text => text, StringComparer.Ordinal)];

    private static IReadOnlyList<ContractChange> Changes(SpecVersion before, SpecVersion after) =>
        ContractDiff.Compare(before.Contract, after.Contract, CancellationToken.None);

    // The path of an operation is that of the side where it is shown.
    private static string Text(ContractChange change, string rule, string? old, string? now) =>
        rule + " " + ContractReader.Address(change.Group) + " " + change.Path + ": " + old + " > " + now;
}
