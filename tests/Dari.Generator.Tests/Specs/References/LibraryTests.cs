using Dari.Generator.Diagnostics;
using Dari.Generator.Specs;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Specs.References;

/// <summary>References into other documents of the build.</summary>
public class LibraryTests
{
    [Fact]
    public void Other_documents_are_read_in_place()
    {
        var library = new Library();
        library.Add("common.yaml", """
            Pet: { properties: { tag: { $ref: '#/Tag' }, twin: { $ref: 'common.yaml#/Pet' } } }
            Tag: { type: strng }
            """);

        Reading<ApiDocument> reading = Reading.Document("""
            openapi: 3.1.0
            components: { schemas: { A: { $ref: 'common.yaml#/Pet' }, B: { $ref: 'common.yaml#/Pet' } } }
            """, library: library);

        ApiSchema pet = reading.Value.Schemas[0].Schema.Reference.ShouldNotBeNull();
        pet.Pointer.ShouldBe("common.yaml#/Pet");
        reading.Value.Schemas[1].Schema.Reference.ShouldBeSameAs(pet);
        pet.Properties[0].Schema.Reference!.Pointer.ShouldBe("common.yaml#/Tag");
        pet.Properties[1].Schema.Reference.ShouldBeSameAs(pet);

        // The problem stands in the other document, on its second line.
        reading.Problems.ShouldBe(["DARI004 2:14 common.yaml#/Tag/type should be the name of a type, not 'strng'; it is ignored"]);
    }

    private sealed class Library : ISpecLibrary
    {
        private readonly Dictionary<string, SpecFile> _files = [];

        public void Add(string name, string text)
        {
            var source = new SpecSource(name, SourceText.From(text));
            SpecNode root = SyntaxReader.Read(source, new ProblemList(source), CancellationToken.None)!;
            _files.Add(name, new SpecFile(source, root, name));
        }

        public SpecFile? Find(SpecFile from, string reference) => _files.GetValueOrDefault(reference);
    }
}
