using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Review.Contracts;

/// <summary>
/// Security requirements as text: alternatives parted by <c>|</c>, schemes that are needed together by <c>&amp;</c>, scopes
/// in parentheses: <c>key | oauth(read write)</c>. <c>none</c>: no credential is needed.
/// </summary>
internal sealed class SecurityWords
{
    public const string None = "none";

    public SecurityWords(ApiDocument document) => Global = Write(document.Security, document.Root);

    /// <summary>What holds where an operation says nothing itself.</summary>
    public string Global { get; }

    /// <summary><see langword="null"/> where the document's own holds.</summary>
    public string? Own(ApiOperation operation) =>
        operation.Security is { } own && Write(own, operation.Node) is var text && text != Global ? text : null;

    public static IReadOnlyList<string> Alternatives(string text) => text.Split([" | "], StringSplitOptions.None);

    /// <summary>The names of the schemes of one alternative.</summary>
    public static IReadOnlyList<string> Schemes(string alternative) =>
        [.. alternative.Split([" & "], StringSplitOptions.None).Select(scheme => scheme.Split('(')[0])];

    private static string Write(IReadOnlyList<ApiSecurityRequirement> requirements, SpecNode holder)
    {
        if (requirements.Count == 0)
        {
            return None;
        }

        SpecNode[] written = [.. (holder.Member("security")?.Items ?? []).Where(item => item.Kind == SpecNodeKind.Object)];
        IEnumerable<string> alternatives = requirements.Select((requirement, i) => requirement.Schemes.Count == 0
            ? None
            : string.Join(" & ", requirement.Schemes
                .OrderBy(name => name, StringComparer.Ordinal)
                .Select(name => name + Scopes(i < written.Length ? written[i].Member(name) : null))));
        return string.Join(" | ", alternatives.Distinct().OrderBy(text => text, StringComparer.Ordinal));
    }

    private static string Scopes(SpecNode? scopes)
    {
        string[] names = [.. (scopes?.Items ?? []).Select(scope => scope.Text).Where(text => text.Length > 0).OrderBy(text => text, StringComparer.Ordinal)];
        return names.Length == 0 ? "" : "(" + string.Join(" ", names) + ")";
    }
}
