namespace Dari.Archiving;

/// <summary>What matters more when an archive is compressed.</summary>
public enum ArchiveSpeed
{
    /// <summary>
    /// The same bytes for the same tree on every run, system, .NET version and number of cores: managed code compresses
    /// blocks of a fixed size.
    /// </summary>
    Reproducible,

    /// <summary>
    /// The compression of the runtime, about twice as fast. The bytes are the same from run to run, but another version
    /// of .NET or another processor may give others.
    /// </summary>
    Fastest,
}
