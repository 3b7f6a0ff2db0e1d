namespace Dari.Generator.Emit;

/// <summary>
/// Characters by which a template's text tells <see cref="FileText"/> what its parts are. They cannot come from a document:
/// <see cref="Literal"/> escapes control characters, <see cref="DocText"/> replaces them, <c>Identifier</c> refuses them.
/// </summary>
internal static class Marks
{
    /// <summary>A line that holds nothing else vanishes.</summary>
    public const char Drop = '\u0000';

    /// <summary>What follows came through a hole: it is not ours, so names in it are not resolved.</summary>
    public const char Begin = '\u0001';

    public const char End = '\u0002';

    public static string Opaque(string text) => Begin + text + End;
}
