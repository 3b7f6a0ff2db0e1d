using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Review.Rules;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Review.Locks;

/// <summary>Holds a document that is bound against the version of it that was approved.</summary>
internal static class LockCheck
{
    /// <summary>So many changes are told one by one; a new document has no use for a thousand lines.</summary>
    private const int MaxTold = 40;

    /// <returns>What a pending change breaks; nothing when the document is the approved one.</returns>
    public static IReadOnlyList<PendingUseModel> Apply(
        SpecSource source, ClientRequest request, SpecVersion now, ProblemList problems, CancellationToken cancellationToken)
    {
        if (LockText.Read(source, out string reason, cancellationToken) is not { } approved || approved.ToVersion() is not { } old)
        {
            problems.Add(
                DiagnosticDescriptors.InvalidLock,
                LocationInfo.StartOf(source.Path),
                FileName(source.Path),
                reason.Length > 0 ? reason : "its digests are not those of what it holds");
            return [];
        }

        if (approved.Approves(now))
        {
            return [];
        }

        var diff = SpecDiff.Compare(old, now, cancellationToken);
        Tell(request, diff, problems);
        return [.. PendingUses.Of(diff)];
    }

    private static void Tell(ClientRequest request, SpecDiff diff, ProblemList problems)
    {
        foreach (ReviewChange change in diff.Changes.Take(MaxTold))
        {
            problems.Add(
                DiagnosticDescriptors.NotApproved,
                change.NewLocation ?? LocationInfo.StartOf(request.Source.Path),
                Word(change.Level),
                change.Group + (change.Path.Length > 0 ? ", " + change.Path : ""),
                change.Message,
                change.Rule.Id);
        }

        if (diff.Changes.Count > MaxTold)
        {
            problems.Add(
                DiagnosticDescriptors.NotApproved,
                LocationInfo.StartOf(request.Source.Path),
                "more",
                FileName(request.Source.Path),
                (diff.Changes.Count - MaxTold).ToString(CultureInfo.InvariantCulture) + " more changes",
                "see the report of the review");
        }
    }

    private static string Word(Level level) => level.ToString().ToLowerInvariant();

    private static string FileName(string path) => path.Split('/', '\\').Last();
}
