using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Incremental;

/// <summary>A document in memory, as the compiler would hand it over.</summary>
internal sealed class DocumentText(string path, string? text) : AdditionalText
{
    private readonly SourceText? _text = text is null ? null : SourceText.From(text);

    public override string Path { get; } = path;

    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
}
