namespace Dari.Archiving.Selecting;

/// <summary>A file or link that goes into an archive.</summary>
/// <param name="Name">Relative to the folder, with <c>/</c>.</param>
/// <param name="Info">The file.</param>
internal readonly record struct SourceFile(string Name, FileSystemInfo Info);
