namespace Dari.Generator.Emit;

/// <summary>A file for the compiler: hint name with folders, LF line ends.</summary>
internal sealed record GeneratedFile(string HintName, string Text);
