using System.Collections.Generic;

namespace Dari.Generator.Emit;

/// <summary>Several templates one after the other. Dropped ones leave no trace; none at all drops the line.</summary>
internal static class Lines
{
    public static Code Stacked(params Code[] parts) => Stacked((IEnumerable<Code>)parts);

    public static Code Stacked(IEnumerable<Code> parts) => Code.Join("\n", parts);

    /// <summary>With a blank line between them.</summary>
    public static Code Spaced(params Code[] parts) => Spaced((IEnumerable<Code>)parts);

    public static Code Spaced(IEnumerable<Code> parts) => Code.Join("\n\n", parts);

    /// <summary>One a line, with a comma after all but the last.</summary>
    public static Code Listed(IEnumerable<Code> parts) => Code.Join(",\n", parts);

    /// <summary>On one line, with commas between them.</summary>
    public static Code Inline(IEnumerable<Code> parts)
    {
        Code joined = Code.Join(", ", parts);
        return joined.IsDrop ? Code.Empty : joined;
    }
}
