namespace Dari.Archiving.Ignoring;

/// <summary>One state of a pattern.</summary>
/// <param name="Kind">What it accepts.</param>
/// <param name="Value">The byte of a <see cref="GlobStepKind.Literal"/>.</param>
/// <param name="Class">The bytes of a <see cref="GlobStepKind.Class"/>.</param>
internal readonly record struct GlobStep(GlobStepKind Kind, byte Value = 0, ByteClass? Class = null);
