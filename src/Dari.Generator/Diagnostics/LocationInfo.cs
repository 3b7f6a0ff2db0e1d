using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Diagnostics;

/// <summary>A place in a document that compares by value; a <see cref="Location"/> does not.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan LineSpan)
{
    /// <summary>For what concerns a document as a whole.</summary>
    public static LocationInfo StartOf(string path) => new(path, default, default);

    public Location ToLocation() => Location.Create(Path, Span, LineSpan);
}
