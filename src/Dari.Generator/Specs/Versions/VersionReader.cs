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
            problems.Add(DiagnosticDescriptors.NotOpenApi, root.Start, root.Start, "it states no version");
            return null;
        }

        SpecDialect? dialect = Of(version.Text, isSwagger: root.Member("openapi") is null);
        if (dialect is null)
        {
            problems.Add(DiagnosticDescriptors.NotOpenApi, version, "version '" + version.Text + "' is not known");
        }

        return dialect;
    }

    /// <summary>A version of 3 that is newer than this reader is read as the newest one it knows.</summary>
    private static SpecDialect? Of(string version, bool isSwagger)
    {
        if (isSwagger)
        {
            return Is(version, "2") ? SpecDialect.Swagger20 : null;
        }

        if (Is(version, "3.0") || version == "3")
        {
            return SpecDialect.OpenApi30;
        }

        if (Is(version, "3.1"))
        {
            return SpecDialect.OpenApi31;
        }

        return Is(version, "3") ? SpecDialect.OpenApi32 : null;
    }

    /// <summary><c>3.1</c>, <c>3.1.0</c> and <c>3.1.0-rc1</c> are 3.1; <c>3.10</c> is not.</summary>
    private static bool Is(string version, string release) =>
        version.StartsWith(release, StringComparison.Ordinal)
        && (version.Length == release.Length || version[release.Length] is '.' or '-');
}
