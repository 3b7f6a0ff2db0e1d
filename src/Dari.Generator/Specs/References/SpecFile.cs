using Dari.Generator.Specs.Syntax;
using Dari.Generator.Specs.Versions;

namespace Dari.Generator.Specs.References;

/// <summary>A document that references lead into: the one that is read, or another one of the build.</summary>
internal sealed class SpecFile
{
    /// <param name="path">The path that the compiler knows it by.</param>
    /// <param name="texts">What the offsets of its nodes are looked up in.</param>
    /// <param name="root">Its tree.</param>
    /// <param name="name">How pointers into it begin; empty for the document that is read.</param>
    /// <param name="dialect">The version that it states itself; a fragment states none.</param>
    public SpecFile(string path, SpecTexts texts, SpecNode root, string name = "", SpecDialect? dialect = null)
    {
        Path = path;
        Source = texts;
        Root = root;
        Dialect = dialect;
        RootPlace = new SpecPlace(root, SpecPointer.Root(name), this);
    }

    public string Path { get; }

    public SpecTexts Source { get; }

    public SpecNode Root { get; }

    public SpecDialect? Dialect { get; }

    public SpecPlace RootPlace { get; }

    /// <summary>Whether this is not the document itself but one that it refers to.</summary>
    public bool IsOther => RootPlace.Pointer.Segment.Length > 0;

    /// <summary>Whether a schema in it may have an <c>$id</c> or a dynamic anchor, which only JSON Schema 2020-12 knows.</summary>
    public bool MayHaveIds { get; init; }

    /// <summary>The URI that the document gives itself: <c>$self</c> of OpenAPI 3.2, <c>$id</c> of a JSON schema.</summary>
    public string? Identity => Root.StringMember("$self") ?? Root.StringMember("$id");
}
