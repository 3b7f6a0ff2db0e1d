namespace Dari.Emulator.Sandbox.Commands;

/// <summary>A word, or an operator when there is none.</summary>
internal readonly record struct ShellToken(string Operator, ShellWord? Word);
