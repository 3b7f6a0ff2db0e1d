namespace Dari.Emulator.Sandbox.Files;

/// <summary>Outcome of a replacement.</summary>
/// <param name="Replacements">Places changed.</param>
/// <param name="FilesModified">Files changed.</param>
/// <param name="FilesSkipped">Files that were missing, folders, too long, or without the pattern.</param>
/// <param name="BinaryFilesSkipped">Files left alone because they are no text.</param>
internal sealed record ReplaceResult(long Replacements, long FilesModified, long FilesSkipped, long BinaryFilesSkipped);
