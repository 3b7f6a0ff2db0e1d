using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Specs.Versions;

namespace Dari.Generator.Specs;

/// <summary>The front end: text in, an <see cref="ApiDocument"/> out, with everything that was wrong on the way.</summary>
internal static class SpecReader
{
    /// <summary>The document as far as it can be understood; <see langword="null"/> when the problems say why it cannot be.</summary>
    public static ApiDocument? Read(SpecSource source, ProblemList problems, CancellationToken cancellationToken) =>
        Read(source, library: null, problems, cancellationToken);

    /// <param name="source">The text.</param>
    /// <param name="library">The other documents of the build; without it, references to other documents lead nowhere.</param>
    /// <param name="problems">Takes what is found.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="System.OperationCanceledException"/>.</param>
    public static ApiDocument? Read(
        SpecSource source, ISpecLibrary? library, ProblemList problems, CancellationToken cancellationToken)
    {
        if (SyntaxReader.Read(source, problems, cancellationToken) is not { } root
            || VersionReader.Read(root, problems) is not { } dialect)
        {
            return null;
        }

        var file = new SpecFile(source, root);
        var context = new ReadContext(dialect, new ReferenceResolver(library), problems, cancellationToken);
        return new DocumentReader(context, file).Read();
    }
}
