using System;
using Dari.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Specs.Syntax;

/// <summary>The text of a document and the path it has for the compiler.</summary>
internal sealed record SpecSource(string Path, SourceText Text)
{
    /// <summary>Whether <c>$id</c> or <c>$dynamicAnchor</c> stands in it, as a keyword or otherwise.</summary>
    public bool HasIds => Text.ToString() is { } text
        && (text.IndexOf("$id", StringComparison.Ordinal) >= 0 || text.IndexOf("$dynamicAnchor", StringComparison.Ordinal) >= 0);

    public LocationInfo Locate(SpecNode node) => Locate(node.Start, node.End);

    /// <summary>Offsets outside of the text are moved to its end: a location is never worth an exception.</summary>
    public LocationInfo Locate(int start, int end)
    {
        start = Math.Min(Math.Max(start, 0), Text.Length);
        end = Math.Min(Math.Max(end, start), Text.Length);
        var span = TextSpan.FromBounds(start, end);
        return new LocationInfo(Path, span, Text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>A scalar as the author wrote it: <c>1.10</c> and <c>0x10</c> where a string is meant.</summary>
    public string Written(SpecNode scalar) =>
        scalar.Kind == SpecNodeKind.String ? scalar.Text : Text.ToString(TextSpan.FromBounds(scalar.Start, scalar.End));
}
