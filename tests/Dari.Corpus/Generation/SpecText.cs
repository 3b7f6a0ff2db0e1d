using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Corpus.Generation;

/// <summary>A document as the compiler hands it to generators.</summary>
internal sealed class SpecText(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default)
    {
        using FileStream file = File.OpenRead(path);
        return SourceText.From(file);
    }
}
