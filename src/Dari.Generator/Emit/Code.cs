using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>
/// A template: an interpolated string whose holes take only what is C# already. Nested code keeps the margin of the line
/// that its hole stands on. <see cref="FileText"/> makes the final text of it.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct Code
{
    /// <summary>The line that holds only this vanishes.</summary>
    public static readonly Code Drop = new(Marks.Drop.ToString());

    private readonly StringBuilder? _text;

    public Code(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (32 * formattedCount));

    private Code(string text) => _text = new StringBuilder(text);

    public static Code Empty => default;

    public bool IsDrop => _text is { Length: 1 } && _text[0] == Marks.Drop;

    private bool IsEmpty => _text is null || _text.Length == 0;

    /// <summary>For what a <c>?:</c> between two templates cannot say: it would make strings of them.</summary>
    public static Code When(bool condition, Code code) => condition ? code : Empty;

    public static Code Either(bool condition, Code code, Code otherwise) => condition ? code : otherwise;

    /// <summary>For a line of its own.</summary>
    public static Code LineWhen(bool condition, Code code) => condition ? code : Drop;

    public static Code Join(string separator, IEnumerable<Code> parts)
    {
        Code all = new("");
        foreach (Code part in parts)
        {
            if (part.IsDrop || part.IsEmpty)
            {
                continue;
            }

            all._text!.Append(all.IsEmpty ? "" : separator).Append(part._text);
        }

        return all.IsEmpty ? Drop : all;
    }

    public void AppendLiteral(string literal) => _text!.Append(literal);

    public void AppendFormatted(Identifier name) => _text!.Append(Marks.Begin).Append(name.Text).Append(Marks.End);

    public void AppendFormatted(CSharpType type) => _text!.Append(type.Text);

    public void AppendFormatted(Literal literal) => _text!.Append(Marks.Begin).Append(literal.Text).Append(Marks.End);

    public void AppendFormatted(int number) => _text!.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(Code nested)
    {
        if (nested._text is null)
        {
            return;
        }

        string text = nested._text.ToString();
        string margin = text.IndexOf('\n') < 0 ? "" : CurrentMargin();
        if (margin.Length == 0)
        {
            _text!.Append(text);
            return;
        }

        AppendIndented(text, margin);
    }

    [Obsolete("Wrap text of the document in Identifier, Literal or Docs first.", error: true)]
    public void AppendFormatted(string value) => throw new NotSupportedException(value);

    /// <summary>With marks; only <see cref="FileText"/> makes sense of it.</summary>
    public override string ToString() => _text?.ToString() ?? "";

    private void AppendIndented(string text, string margin)
    {
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
            {
                _text!.Append(text, start, text.Length - start);
                return;
            }

            _text!.Append(text, start, end + 1 - start);
            start = end + 1;
            if (start < text.Length && text[start] != '\n')
            {
                _text.Append(margin);
            }
        }
    }

    private string CurrentMargin()
    {
        int start = _text!.Length;
        while (start > 0 && _text[start - 1] != '\n')
        {
            start--;
        }

        int width = 0;
        while (start + width < _text.Length && _text[start + width] == ' ')
        {
            width++;
        }

        return new string(' ', width);
    }
}
