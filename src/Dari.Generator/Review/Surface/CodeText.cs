using System.Text;
using Dari.Generator.Emit;

namespace Dari.Generator.Review.Surface;

/// <summary>A template as the one line that it is: what the surface says is what is emitted.</summary>
internal static class CodeText
{
    public static string Of(Code code)
    {
        var text = new StringBuilder();
        Append(text, code);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Code code)
    {
        foreach (Segment segment in code.Segments)
        {
            if (segment.Kind == SegmentKind.Nested)
            {
                Append(text, segment.Nested);
            }
            else
            {
                text.Append(segment.Text);
            }
        }
    }
}
