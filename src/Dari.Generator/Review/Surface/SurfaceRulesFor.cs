using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Surface;

/// <summary>Finds the rule for a thing whose line is another one.</summary>
internal static class SurfaceRulesFor
{
    private const string RequiredMark = "required ";

    /// <returns><see langword="null"/> when only the wire is another one, which the comparison of documents tells.</returns>
    public static Rule? Change(SurfaceLine old, SurfaceLine now) => old.Kind switch
    {
        _ when old.Kind != now.Kind => SurfaceRules.Retyped,
        SurfaceKind.Value => old.Wire != now.Wire ? SurfaceRules.ValueChanged : null,
        _ when old.Plain == now.Plain => null,
        SurfaceKind.Method => Method(old.Plain, now.Plain),
        SurfaceKind.Parameter => null,
        SurfaceKind.Outcome when old.Key.EndsWith("2XX", StringComparison.Ordinal) => null,
        SurfaceKind.Type when IsOnlyMoreBases(old.Plain, now.Plain) => null,
        SurfaceKind.Member => Member(old.Plain, now.Plain),
        _ => SurfaceRules.Retyped,
    };

    // A record that is a case of another union as well is what it was.
    private static bool IsOnlyMoreBases(string old, string now)
    {
        string[] before = old.Split([" : ", ", "], StringSplitOptions.None);
        string[] after = now.Split([" : ", ", "], StringSplitOptions.None);
        return before[0] == after[0] && before.All(after.Contains);
    }

    private static Rule Member(string old, string now)
    {
        if (old.Contains(" => ") && now.Contains(" => "))
        {
            return SurfaceRules.ValueChanged;
        }

        bool wasRequired = old.StartsWith(RequiredMark, StringComparison.Ordinal);
        bool isRequired = now.StartsWith(RequiredMark, StringComparison.Ordinal);
        string before = wasRequired ? old.Substring(RequiredMark.Length) : old;
        string after = isRequired ? now.Substring(RequiredMark.Length) : now;
        if (before == after)
        {
            return isRequired ? SurfaceRules.BecameRequired : SurfaceRules.BecameOptional;
        }

        return Nullable(before, after) ?? SurfaceRules.Retyped;
    }

    private static Rule? Nullable(string old, string now)
    {
        if (now == old + "?" || now == "Optional<" + old + "?>" || now == "Optional<" + old + ">")
        {
            return SurfaceRules.BecameNullable;
        }

        return old == now + "?" || old == "Optional<" + now + "?>" || old == "Optional<" + now + ">" ? SurfaceRules.BecameNotNullable : null;
    }

    private static Rule Method(string old, string now)
    {
        (string oldResult, string[] oldParameters) = Parts(old);
        (string newResult, string[] newParameters) = Parts(now);
        if (!oldParameters.SequenceEqual(newParameters))
        {
            return oldResult == newResult && IsOnlyMore(oldParameters, newParameters) ? SurfaceRules.OptionalParameterAdded : SurfaceRules.ParametersChanged;
        }

        return Nullable(Inner(oldResult), Inner(newResult)) ?? SurfaceRules.Retyped;
    }

    private static bool IsOnlyMore(string[] old, string[] now)
    {
        int at = 0;
        foreach (string parameter in now)
        {
            if (at < old.Length && parameter == old[at])
            {
                at++;
            }
            else if (!parameter.Contains(" = "))
            {
                return false;
            }
        }

        return at == old.Length;
    }

    private static string Inner(string result) =>
        result.StartsWith("Task<", StringComparison.Ordinal) ? result.Substring(5, result.Length - 6) : result;

    private static (string Result, string[] Parameters) Parts(string signature)
    {
        int open = signature.IndexOf(" (", StringComparison.Ordinal);
        return (signature.Substring(0, open), [.. Split(signature.Substring(open + 2, signature.Length - open - 3))]);
    }

    // Commas within <> do not part parameters.
    private static IEnumerable<string> Split(string parameters)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < parameters.Length; i++)
        {
            depth += parameters[i] == '<' ? 1 : parameters[i] == '>' ? -1 : 0;
            if (parameters[i] == ',' && depth == 0)
            {
                yield return parameters.Substring(start, i - start).Trim();
                start = i + 1;
            }
        }

        yield return parameters.Substring(start).Trim();
    }
}
