using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays;

/// <summary>What an overlay says about itself, before anybody applies it.</summary>
internal static class OverlayHead
{
    /// <summary>The document that it changes, as it names it; <see langword="null"/> when it says nothing.</summary>
    public static string? Extends(SpecSource overlay) =>
        SyntaxReader.Read(overlay, new ProblemList(overlay), CancellationToken.None)?.StringMember("extends");
}
