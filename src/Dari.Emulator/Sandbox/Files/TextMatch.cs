namespace Dari.Emulator.Sandbox.Files;

/// <summary>One line that a search found.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Number of the line, from 1.</param>
/// <param name="Content">The line without its end.</param>
internal sealed record TextMatch(string File, int Line, string Content);
