namespace Dari.Emulator.Dari.State;

/// <summary>A file that a message changed, by its path below the workspace, which begins with a slash.</summary>
internal sealed record ChangedFile(string Path, string Change, long Size);
