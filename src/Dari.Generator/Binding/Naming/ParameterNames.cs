using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Naming;

/// <summary>
/// Names of the parameters of one operation: their words, without the <c>X-</c> of a header; where two would be the same,
/// the place in front (<c>queryId</c>, <c>headerId</c>), of which the path needs none.
/// </summary>
internal sealed class ParameterNames(NameOverrides overrides, ProblemList problems)
{
    /// <summary>Names of the arguments of a method, and of the properties of the record that may take their place.</summary>
    /// <param name="parameters">Of one operation.</param>
    /// <param name="arguments">What the method has besides.</param>
    public (Identifier[] Arguments, Identifier[] Properties) Of(IReadOnlyList<ApiParameter> parameters, NameScope arguments)
    {
        var record = new NameScope("Equals", "GetHashCode", "ToString", "GetType", "EqualityContract", "PrintMembers", "Clone");
        Contender[] contenders = parameters.Select(Name).ToArray();
        Identifier[] properties = NameContest.Settle(record, contenders);
        Contender[] camel = contenders.Select(contender => contender.As(MemberNames.Camel)).ToArray();
        Identifier[] names = NameContest.Settle(arguments, camel);
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Plain != camel[i].First)
            {
                problems.Add(DiagnosticDescriptors.NameClash, parameters[i].Node, parameters[i].Pointer, camel[i].First, names[i].Plain);
            }
        }

        return (names, properties);
    }

    private Contender Name(ApiParameter parameter)
    {
        string? asked = overrides.Parameter(parameter);
        string words = MemberNames.Pascal(WordsOf(parameter));
        return new Contender(Candidates(parameter, asked, words), asked is null ? Rank(parameter, words) : 0);
    }

    private static IEnumerable<string?> Candidates(ApiParameter parameter, string? asked, string words)
    {
        yield return asked;
        yield return words;
        string whole = MemberNames.Pascal(parameter.Name);
        string placed = parameter.In + whole.TrimStart('_');
        yield return whole;
        yield return placed;
        foreach (string? exact in MemberNames.Exactly(parameter.Name, placed))
        {
            yield return exact;
        }
    }

    // The path is what the operation is about; a standard header is known by its name.
    private static int Rank(ApiParameter parameter, string pascal) =>
        ((int)parameter.In * 10) + (WordsOf(parameter) == parameter.Name ? LetterCase.Distance(parameter.Name, pascal) : 9);

    // "X-" only ever said that a header is not a standard one (RFC 6648).
    private static string WordsOf(ApiParameter parameter) =>
        parameter.In == ApiParameterLocation.Header && parameter.Name.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && parameter.Name.Length > 2
            ? parameter.Name.Substring(2)
            : parameter.Name;
}
