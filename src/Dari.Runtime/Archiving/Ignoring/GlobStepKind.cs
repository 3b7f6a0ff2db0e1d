namespace Dari.Archiving.Ignoring;

/// <summary>What a state of a pattern accepts.</summary>
internal enum GlobStepKind
{
    /// <summary>One given byte.</summary>
    Literal,

    /// <summary><c>?</c>: one byte that is no <c>/</c>.</summary>
    One,

    /// <summary><c>[...]</c>: one byte of a class.</summary>
    Class,

    /// <summary><c>*</c>: any bytes but <c>/</c>.</summary>
    Star,

    /// <summary><c>**</c> at the end: any bytes.</summary>
    Rest,

    /// <summary><c>**/</c>, at the start of a folder: no or more folders.</summary>
    Folders,

    /// <summary><c>**/</c>, within the name of a folder. Always follows <see cref="Folders"/>.</summary>
    InFolder,
}
