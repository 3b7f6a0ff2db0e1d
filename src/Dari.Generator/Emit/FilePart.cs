namespace Dari.Generator.Emit;

/// <summary>Code that may share a file with other parts, and the warnings that it needs switched off.</summary>
internal sealed record FilePart(Code Code, Pragmas Pragmas);
