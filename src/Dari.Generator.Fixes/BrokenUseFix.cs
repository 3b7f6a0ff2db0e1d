using Microsoft.CodeAnalysis;

namespace Dari.Generator.Fixes;

/// <summary>A way to mend a line, and the file as it is afterwards.</summary>
internal sealed class BrokenUseFix(string title, SyntaxNode root)
{
    public string Title { get; } = title;

    public SyntaxNode Root { get; } = root;
}
