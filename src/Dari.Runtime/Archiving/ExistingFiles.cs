namespace Dari.Archiving;

/// <summary>What happens to a file that is already where one of the archive goes.</summary>
public enum ExistingFiles
{
    /// <summary>It is an <see cref="ArchiveException"/>, and nothing is changed.</summary>
    Refuse,

    /// <summary>The existing file stays; the one of the archive is dropped.</summary>
    Keep,

    /// <summary>The file of the archive takes its place.</summary>
    Replace,
}
