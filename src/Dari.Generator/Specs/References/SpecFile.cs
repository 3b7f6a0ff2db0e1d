using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.References;

/// <summary>A document that references lead into: the one that is read, or another one of the build.</summary>
internal sealed class SpecFile
{
    public SpecFile(SpecSource source, SpecNode root, string name = "")
    {
        Source = source;
        Root = root;
        RootPlace = new SpecPlace(root, SpecPointer.Root(name), this);
    }

    public SpecSource Source { get; }

    public SpecNode Root { get; }

    public SpecPlace RootPlace { get; }
}
