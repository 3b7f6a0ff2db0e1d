using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Dari.Http;

/// <summary>A path written as an interpolated string whose holes are percent-encoded segments.</summary>
/// <remarks>
/// <c>$"/v1/sandboxes/{id}/uploads"</c>. In a hole <c>/</c> and <c>?</c> are encoded, <c>.</c> and <c>..</c> as a whole
/// become
/// <c>%2E</c> and <c>%2E%2E</c>; an empty hole is refused, because it would name another route.
/// </remarks>
[InterpolatedStringHandler]
public readonly struct ApiPath
{
    // In turn a literal as the document has it, and a hole as it is sent. Strings alone, because generic code for a struct of
    // our own would be compiled anew in every program.
    private readonly List<string> _pieces;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Characters outside of holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    public ApiPath(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _pieces = new List<string>((2 * formattedCount) + 1);
    }

    internal string Path => Join(isTemplate: false);

    /// <summary>The path with <c>{}</c> for each hole: the same for all calls, and without ids.</summary>
    internal string Template => Join(isTemplate: true);

    /// <summary>Called by the compiler for what stands outside of holes.</summary>
    /// <param name="literal">The text.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string literal)
    {
        if (IsHole(_pieces.Count))
        {
            _pieces[^1] += literal;
        }
        else
        {
            _pieces.Add(literal);
        }
    }

    /// <summary>Called by the compiler for a hole.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is null or empty.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw Empty();
        }

        Append(value is "." or ".." ? value.Replace(".", "%2E", StringComparison.Ordinal) : PercentText.Encode(value));
    }

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(long value) => Append(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(Guid value) => Append(value.ToString("D"));

    /// <inheritdoc cref="AppendFormatted(string?)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted(PathSegment value)
    {
        if (value.ToString().Length == 0)
        {
            throw Empty();
        }

        Append(value.ToString());
    }

    /// <summary>The path template.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Template;

    private static bool IsHole(int index) => index % 2 == 1;

    private void Append(string encoded)
    {
        if (!IsHole(_pieces.Count))
        {
            _pieces.Add("");
        }

        _pieces.Add(encoded);
    }

    private string Join(bool isTemplate)
    {
        switch (_pieces?.Count ?? 0)
        {
            case 0:
                return "";
            case 1:
                return Piece(0, isTemplate);
            case 2:
                return Piece(0, isTemplate) + Piece(1, isTemplate);
            default:
                string[] all = new string[_pieces!.Count];
                for (int i = 0; i < all.Length; i++)
                {
                    all[i] = Piece(i, isTemplate);
                }

                return string.Concat(all);
        }
    }

    private string Piece(int index, bool isTemplate) => (IsHole(index), isTemplate) switch
    {
        (true, true) => "{}",
        (false, false) => PercentText.EncodeLiteral(_pieces[index]),
        _ => _pieces[index],
    };

    private ArgumentException Empty() => new($"A part of the path {Template}{{}} is empty.");
}
