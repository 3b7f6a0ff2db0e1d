namespace Dari.Archiving;

/// <summary>What happens to symbolic links.</summary>
public enum LinkPolicy
{
    /// <summary>A link is an <see cref="ArchiveException"/>.</summary>
    Refuse,

    /// <summary>
    /// A link is kept as a link when it is relative and stays inside the folder; else it is an
    /// <see cref="ArchiveException"/>. Only leading <c>..</c> is accepted, since one behind another link could leave.
    /// </summary>
    KeepInside,
}
