namespace Dari.Archiving;

/// <summary>An archive cannot be made of a folder, or cannot be extracted safely.</summary>
public sealed class ArchiveException : IOException
{
    /// <summary>Says what is wrong, and with which file.</summary>
    /// <param name="message">What is wrong; it names the file where there is one.</param>
    /// <param name="entryName">The file, as the archive names it; null where the whole archive is meant.</param>
    /// <param name="innerException">What the system said, or null.</param>
    public ArchiveException(string message, string? entryName = null, Exception? innerException = null)
        : base(message, innerException) => EntryName = entryName;

    /// <summary>The file, relative to the folder and with <c>/</c>; null where the whole archive is meant.</summary>
    public string? EntryName { get; }
}
