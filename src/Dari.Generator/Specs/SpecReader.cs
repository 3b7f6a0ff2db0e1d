using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Specs.Overlays;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Specs.Versions;

namespace Dari.Generator.Specs;

/// <summary>The front end: text in, an <see cref="ApiDocument"/> out, with everything that was wrong on the way.</summary>
internal static class SpecReader
{
    /// <summary>A document that stands alone: references to other documents lead nowhere.</summary>
    public static ApiDocument? Read(SpecSource source, ProblemList problems, CancellationToken cancellationToken) =>
        Read(new SpecInput(source, EquatableArray<SpecSource>.Empty, EquatableArray<SpecSource>.Empty), problems, cancellationToken);

    /// <summary>The document as far as it can be understood; <see langword="null"/> when the problems say why it cannot be.</summary>
    /// <param name="input">The texts.</param>
    /// <param name="problems">Takes what is found; made for the text of the document.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="System.OperationCanceledException"/>.</param>
    public static ApiDocument? Read(SpecInput input, ProblemList problems, CancellationToken cancellationToken)
    {
        if (SyntaxReader.Read(input.Source, problems, cancellationToken) is not { } root)
        {
            return null;
        }

        var overlays = new OverlayReader(problems, cancellationToken);
        foreach (SpecSource overlay in input.Overlays)
        {
            root = overlays.Apply(root, input.Source.Path, overlay);
        }

        problems.AddTree("", root);
        if (VersionReader.Read(root, problems) is not { } dialect)
        {
            return null;
        }

        var file = new SpecFile(input.Source.Path, problems.Texts, root, dialect: dialect)
        {
            MayHaveIds = dialect.ReferenceSiblingsCount && input.Source.HasIds,
        };
        var library = new SpecLibrary(file, input.References, problems, cancellationToken);
        var context = new ReadContext(dialect, new ReferenceResolver(library), problems, cancellationToken);
        return new DocumentReader(context, file).Read();
    }
}
