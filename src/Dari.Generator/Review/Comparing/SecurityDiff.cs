using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Comparing;

/// <summary>Compares security requirements, which are alternatives of schemes with scopes.</summary>
internal static class SecurityDiff
{
    public static IEnumerable<(Rule Rule, string? Old, string? New)> Compare(string old, string now)
    {
        bool wasFree = SecurityWords.Alternatives(old).Contains(SecurityWords.None);
        bool isFree = SecurityWords.Alternatives(now).Contains(SecurityWords.None);
        if (wasFree != isFree)
        {
            yield return (isFree ? SecurityRules.Dropped : SecurityRules.Required, old, now);
            yield break;
        }

        string[] gone = [.. SecurityWords.Alternatives(old).Except(SecurityWords.Alternatives(now))];
        string[] added = [.. SecurityWords.Alternatives(now).Except(SecurityWords.Alternatives(old))];
        foreach (string one in gone)
        {
            string? other = added.FirstOrDefault(candidate => Key(candidate) == Key(one));
            yield return other is null
                ? (SecurityRules.AlternativeRemoved, one, (string?)null)
                : (Scopes(one, other), one, other);
        }

        foreach (string one in added.Where(one => !gone.Any(other => Key(other) == Key(one))))
        {
            yield return (SecurityRules.AlternativeAdded, null, one);
        }
    }

    private static Rule Scopes(string old, string now)
    {
        string[] before = All(old);
        string[] after = All(now);
        bool isNarrower = before.All(after.Contains);
        bool isWider = after.All(before.Contains);
        return isNarrower == isWider ? SecurityRules.ScopesChanged : isNarrower ? SecurityRules.ScopesNarrowed : SecurityRules.ScopesWidened;
    }

    private static string Key(string alternative) => string.Join(" & ", SecurityWords.Schemes(alternative));

    private static string[] All(string alternative) =>
    [
        .. alternative.Split(['&']).SelectMany(scheme =>
        {
            string[] parts = scheme.Trim().TrimEnd(')').Split('(');
            return parts.Length < 2 ? [] : parts[1].Split(' ').Select(scope => parts[0] + ":" + scope);
        }),
    ];
}
