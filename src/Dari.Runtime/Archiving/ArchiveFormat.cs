namespace Dari.Archiving;

/// <summary>What an archive is written as.</summary>
public enum ArchiveFormat
{
    /// <summary>A tar in one gzip member: what Dari takes as a source bundle.</summary>
    TarGzip,

    /// <summary>A plain tar: what a sandbox takes as a folder.</summary>
    Tar,
}
