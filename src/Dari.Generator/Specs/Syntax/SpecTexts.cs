using System.Collections.Generic;
using Dari.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Specs.Syntax;

/// <summary>
/// The texts of one reading, one behind the other in a single space of offsets: the document first, what it refers to and
/// its overlays behind it. So a node knows by its offsets alone in which file it stands, wherever it was put.
/// </summary>
internal sealed class SpecTexts
{
    private readonly List<(SpecSource Source, int Offset)> _texts;
    private int _end;

    public SpecTexts(SpecSource main)
    {
        _texts = [(main, 0)];
        _end = main.Text.Length + 1;
    }

    /// <summary>Makes room for a text; <see langword="null"/> when there is none left, which takes two thousand million characters.</summary>
    public int? Add(SpecSource source)
    {
        int offset = _end;
        if (source.Text.Length >= int.MaxValue - offset)
        {
            return null;
        }

        _texts.Add((source, offset));
        _end = offset + source.Text.Length + 1;
        return offset;
    }

    public LocationInfo Locate(SpecNode node) => Locate(node.Start, node.End);

    public LocationInfo Locate(int start, int end)
    {
        (SpecSource source, int offset) = At(start);
        return source.Locate(start - offset, end - offset);
    }

    /// <summary>A scalar as the author wrote it: <c>1.10</c> and <c>0x10</c> where a string is meant.</summary>
    public string Written(SpecNode scalar)
    {
        if (scalar.Kind == SpecNodeKind.String)
        {
            return scalar.Text;
        }

        (SpecSource source, int offset) = At(scalar.Start);
        return source.Text.ToString(TextSpan.FromBounds(scalar.Start - offset, scalar.End - offset));
    }

    private (SpecSource Source, int Offset) At(int position)
    {
        int index = _texts.Count - 1;
        while (index > 0 && _texts[index].Offset > position)
        {
            index--;
        }

        return _texts[index];
    }
}
