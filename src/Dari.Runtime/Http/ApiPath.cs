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
    // Literals as the document has them and, between them, holes as they are sent.
    private readonly List<Piece> _pieces;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Characters outside of holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    public ApiPath(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _pieces = new List<Piece>((2 * formattedCount) + 1);
    }

    internal string Path => Join(static piece => piece.IsHole ? piece.Text : PercentText.EncodeLiteral(piece.Text));

    /// <summary>The path with <c>{}</c> for each hole: the same for all calls, and without ids.</summary>
    internal string Template => Join(static piece => piece.IsHole ? "{}" : piece.Text);

    /// <summary>Called by the compiler for what stands outside of holes.</summary>
    /// <param name="literal">The text.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string literal) => _pieces.Add(new Piece(literal, IsHole: false));

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

    private void Append(string encoded) => _pieces.Add(new Piece(encoded, IsHole: true));

    private string Join(Func<Piece, string> text) => _pieces switch
    {
        null => "",
        [var only] => text(only),
        [var first, var second] => text(first) + text(second),
        [var first, var second, var third] => string.Concat(text(first), text(second), text(third)),
        _ => string.Concat(_pieces.Select(text)),
    };

    private ArgumentException Empty() => new($"A part of the path {Template}{{}} is empty.");

    private readonly record struct Piece(string Text, bool IsHole);
}
