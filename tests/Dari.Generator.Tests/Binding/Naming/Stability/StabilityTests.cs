using System.Text.Json.Nodes;
using Dari.Generator.Tests.Documents;

namespace Dari.Generator.Tests.Binding.Naming.Stability;

/// <summary>A name depends on the place of a thing, and on what it competes with: on nothing else.</summary>
public sealed class StabilityTests
{
    public static TheoryData<string> Documents => new([.. SpecDocuments.Bundled(), .. SpecDocuments.Features(), .. SpecDocuments.Corpus()]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_removed_renames_nothing_else(string path)
    {
        JsonObject document = SpecTree.Read(path);
        ChosenNames names = Names(document);
        for (int seed = 0; seed < 8; seed++)
        {
            JsonObject less = document.DeepClone().AsObject();
            (string what, string word) = Mutations.Remove(less, new Random(seed));

            // A schema that is named after the operation belongs to it.
            names.DifferencesTo(Names(less)).Where(name => !name.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty($"without {what} (seed {seed})");
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_order_of_a_document_does_not_matter(string path)
    {
        JsonObject document = SpecTree.Read(path);
        ChosenNames names = Names(document);
        for (int seed = 0; seed < 2; seed++)
        {
            JsonObject other = document.DeepClone().AsObject();
            Mutations.Shuffle(other, new Random(seed));

            ChosenNames shuffled = Names(other);

            names.All.Where(name => shuffled.All.GetValueOrDefault(name.Key) != name.Value)
                .Select(name => name.Key + ": " + name.Value + " or " + shuffled.All.GetValueOrDefault(name.Key))
                .ShouldBeEmpty($"seed {seed}");
        }
    }

    private static ChosenNames Names(JsonObject document)
    {
        try
        {
            return ChosenNames.Of(document);
        }
        catch (InvalidDataException)
        {
            // Not everything in a corpus is a document that describes something.
            return new ChosenNames(new Dictionary<string, string>(), new HashSet<string>());
        }
    }
}
