namespace Dari.Review.Reports;

/// <summary>A line of C# that a change breaks; lines and columns count from 1.</summary>
internal sealed record CallerLine(string File, int Line, int Column, string Code, string Reason)
{
    /// <summary>The line among those around it, as far as the file can be read.</summary>
    public IReadOnlyList<CodeLine> Around { get; init; } = [];
}

internal sealed record CodeLine(int Number, string Text);
