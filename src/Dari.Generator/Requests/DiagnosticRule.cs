using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dari.Generator.Requests;

/// <summary>
/// What the user's <c>.editorconfig</c> says of a diagnostic, in the section of a document:
/// <c>dari_severity.DARI003 = error</c> and <c>dari_suppress.DARI003 = /components/schemas/A</c>.
/// </summary>
/// <remarks>
/// Not <c>dotnet_diagnostic</c>: the compiler takes those keys for itself, applies them to diagnostics in C# files only, and
/// gives them to no generator.
/// </remarks>
/// <param name="Id">Of the diagnostic.</param>
/// <param name="Severity"><see langword="null"/>: as it is.</param>
/// <param name="IsSilent">It is not reported at all.</param>
/// <param name="Pointers">Where it is not reported: there and below.</param>
internal sealed record DiagnosticRule(string Id, DiagnosticSeverity? Severity, bool IsSilent, EquatableArray<string> Pointers)
{
    private const int Ids = 69;

    private static readonly (string Id, string Severity, string Suppress)[] Keys = Enumerable.Range(1, Ids)
        .Select(number => "DARI" + number.ToString("000", System.Globalization.CultureInfo.InvariantCulture))
        .Select(id => (id, "dari_severity." + id.ToLowerInvariant(), "dari_suppress." + id.ToLowerInvariant()))
        .ToArray();

    /// <summary>The rules for a file, in the order of their ids.</summary>
    public static EquatableArray<DiagnosticRule> Read(AnalyzerConfigOptions options)
    {
        var rules = new List<DiagnosticRule>();
        foreach ((string id, string severityKey, string suppressKey) in Keys)
        {
            bool hasSeverity = options.TryGetValue(severityKey, out string? severity);
            if (hasSeverity | options.TryGetValue(suppressKey, out string? pointers))
            {
                string word = (severity ?? "").Trim().ToLowerInvariant();
                rules.Add(new DiagnosticRule(id, SeverityOf(word), word == "none", Split(pointers ?? "")));
            }
        }

        return rules;
    }

    /// <summary>The problems as they are reported.</summary>
    public static EquatableArray<DiagnosticInfo> Apply(EquatableArray<DiagnosticRule> rules, EquatableArray<DiagnosticInfo> problems) =>
        rules.Count == 0 ? problems : problems.Select(problem => Apply(rules, problem)).OfType<DiagnosticInfo>().ToEquatableArray();

    private static DiagnosticInfo? Apply(EquatableArray<DiagnosticRule> rules, DiagnosticInfo problem)
    {
        DiagnosticRule? rule = rules.FirstOrDefault(one => one.Id == problem.Descriptor.Id);
        bool isSilenced = rule is not null && (rule.IsSilent || rule.Pointers.Any(pointer => IsAt(problem.Pointer, pointer)));
        return isSilenced ? null : rule?.Severity is { } severity ? problem with { Severity = severity } : problem;
    }

    /// <summary>At the place or below it: <c>/a</c> reaches <c>#/a/b</c> and not <c>#/ab</c>.</summary>
    private static bool IsAt(string pointer, string place) =>
        pointer.StartsWith(place, StringComparison.Ordinal) && (pointer.Length == place.Length || pointer[place.Length] == '/');

    // In an .editorconfig a number sign begins a comment, so that a pointer is written without one. What would part
    // pointers is percent-encoded in them.
    private static string[] Split(string pointers) => pointers
        .Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries)
        .Select(pointer => "#" + Uri.UnescapeDataString(pointer.TrimStart('#').TrimEnd('/')))
        .ToArray();

    private static DiagnosticSeverity? SeverityOf(string word) => word switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "suggestion" or "info" => DiagnosticSeverity.Info,
        "silent" or "hidden" or "refactoring" => DiagnosticSeverity.Hidden,
        _ => null,
    };
}
