namespace Dari.Review.Running;

/// <summary>Exit codes of <c>dari spec</c>.</summary>
internal static class SpecExit
{
    public const int Ok = 0;

    /// <summary>Something is pending or breaks, a document has errors, or the limit that was asked for is met.</summary>
    public const int Failed = 1;

    /// <summary>A document, a project or a lock cannot be read, or a file cannot be written.</summary>
    public const int Unreadable = 2;
}
