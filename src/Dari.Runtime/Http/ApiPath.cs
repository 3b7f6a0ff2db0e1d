using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

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
    private readonly StringBuilder _path;
    private readonly StringBuilder _template;

    /// <summary>Called by the compiler.</summary>
    /// <param name="literalLength">Characters outside of holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    public ApiPath(int literalLength, int formattedCount)
    {
        _path = new StringBuilder(literalLength + (formattedCount * 24));
        _template = new StringBuilder(literalLength + (formattedCount * 2));
    }

    internal string Path => _path?.ToString() ?? "";

    /// <summary>The path with <c>{}</c> for each hole: the same for all calls, and without ids.</summary>
    internal string Template => _template?.ToString() ?? "";

    /// <summary>Called by the compiler for what stands outside of holes.</summary>
    /// <param name="literal">The text.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string literal)
    {
        _path.Append(PercentText.EncodeLiteral(literal));
        _template.Append(literal);
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

    private void Append(string encoded)
    {
        _path.Append(encoded);
        _template.Append("{}");
    }

    private ArgumentException Empty() => new($"A part of the path {Template}{{}} is empty.");
}
