using System;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Versions;

/// <summary>Finds out which version of OpenAPI a document is written in.</summary>
internal static class VersionReader
{
    public static SpecDialect? Read(SpecNode root, ProblemList problems)
    {
        if (root.Kind != SpecNodeKind.Object)
        {
            string found = root.Kind == SpecNodeKind.Null ? "empty" : SpecKinds.Name(root.Kind);
            problems.Add(DiagnosticDescriptors.NotOpenApi, root, "it is " + found);
            return null;
        }

        SpecNode? version = root.Member("openapi") ?? root.Member("swagger");
        if (version is null)
        {
            // The whole file would be underlined otherwise.
            var start = new SpecNode { Kind = SpecNodeKind.Null, Start = root.Start, End = root.Start };
            problems.AddAt(DiagnosticDescriptors.NotOpenApi, start, "#", "it states no version");
            return null;
        }

        bool isSwagger = root.Member("openapi") is null;
        if (Of(version.Text, isSwagger) is { } dialect)
        {
            return dialect;
        }

        if (Nearest(version.Text, isSwagger) is { } nearest)
        {
            problems.Add(DiagnosticDescriptors.VersionReadAs, version, version.Text, nearest.Version);
            return nearest;
        }

        problems.Add(DiagnosticDescriptors.NotOpenApi, version, "version '" + version.Text + "' is not known");
        return null;
    }

    /// <summary>The version that a document states which another one refers to; a fragment states none.</summary>
    public static SpecDialect? Stated(SpecNode root) =>
        (root.Member("openapi") ?? root.Member("swagger")) is { } version
            ? Of(version.Text, isSwagger: root.Member("openapi") is null)
            : null;

    private static SpecDialect? Of(string version, bool isSwagger)
    {
        if (isSwagger)
        {
            return Is(version, "2") ? SpecDialect.Swagger20 : null;
        }

        return version == "3" || Is(version, "3.0") ? SpecDialect.OpenApi30
            : Is(version, "3.1") ? SpecDialect.OpenApi31
            : Is(version, "3.2") ? SpecDialect.OpenApi32
            : null;
    }

    /// <summary>
    /// What a version most likely means: under the wrong word, with a <c>v</c> or a blank before it, or newer than this
    /// reader, which takes it for the newest one it knows. Swagger 1 is another language.
    /// </summary>
    private static SpecDialect? Nearest(string version, bool isSwagger)
    {
        string number = version.Trim().TrimStart('v', 'V');
        if ((Of(number, isSwagger) ?? Of(number, !isSwagger)) is { } known)
        {
            return known;
        }

        bool isNewer = number.Length > 0 && number[0] is >= '3' and <= '9' && (number.Length == 1 || number[1] == '.');
        return isNewer ? SpecDialect.OpenApi32 : null;
    }

    /// <summary><c>3.1</c>, <c>3.1.0</c> and <c>3.1.0-rc1</c> are 3.1; <c>3.10</c> is not.</summary>
    private static bool Is(string version, string release) =>
        version.StartsWith(release, StringComparison.Ordinal)
        && (version.Length == release.Length || version[release.Length] is '.' or '-');
}
