namespace Dari.Generator.Specs.Syntax;

/// <summary>Bounds that keep a hostile document from taking the compiler down; no real document comes near them.</summary>
internal static class SyntaxLimits
{
    /// <summary>Containers within containers. The readers recurse, so this also bounds their stack.</summary>
    public const int Depth = 256;

    /// <summary>Characters of a document; the largest known real one has 13 million.</summary>
    public const int Length = 128 * 1024 * 1024;

    /// <summary>Nodes that YAML aliases may stand for beyond those that are written.</summary>
    public const int AliasedNodes = 1_000_000;

    /// <summary>Syntax errors after which a document is given up.</summary>
    public const int SyntaxErrors = 20;
}
