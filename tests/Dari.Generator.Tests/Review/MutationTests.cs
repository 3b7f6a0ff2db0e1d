using System.Text.Json.Nodes;
using Dari.Generator.Binding;
using Dari.Generator.Model;
using Dari.Generator.Review;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Tests.Review;

/// <summary>What must hold for any two versions of any document.</summary>
public sealed class MutationTests
{
    /// <summary>How many edited versions of each document are tried; more when a long run asks for it.</summary>
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("DARI_REVIEW_ROUNDS"), out int rounds) ? rounds : 15;

    public static TheoryData<string> Documents
    {
        get
        {
            var documents = new TheoryData<string>("2.0", "3.0", "3.1", "specs/dari.openapi.yaml");

            // Real documents that are not part of the repository.
            string? corpus = Environment.GetEnvironmentVariable("DARI_REVIEW_CORPUS");
            string[] files = Directory.Exists(corpus)
                ? [.. Directory.GetFiles(corpus).Where(file => Path.GetExtension(file) is ".json" or ".yaml" or ".yml")]
                : [];
            foreach (string file in files.Order(StringComparer.Ordinal))
            {
                documents.Add(file);
            }

            return documents;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_does_not_differ_from_itself_and_mirrors_what_differs_from_it(string document)
    {
        if (Read(document) is not { } original)
        {
            return; // Not every document of a corpus is one of OpenAPI.
        }

        SpecVersion before = Seed.Read(original.ToJsonString());
        SpecDiff.Compare(before, Seed.Read(original.ToJsonString(new() { WriteIndented = true }))).IsEmpty.ShouldBeTrue();
        int changed = 0;
        for (int round = 0; round < Rounds; round++)
        {
            string text = Mutations.Mutate(original, round);
            SpecVersion after = Seed.Read(text);

            SpecDiff.Compare(after, Seed.Read(text)).IsEmpty.ShouldBeTrue("round " + round);
            Mirror.Of(after, before).ShouldBe(Mirror.Seen(before, after), "round " + round);
            changed += SpecDiff.Compare(before, after).IsEmpty ? 0 : 1;
        }

        // A document of a corpus may be so small that most edits are of words.
        (changed > Rounds / 4 || Path.IsPathRooted(document)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_is_called_safe_compiles_with_the_old_program(string document)
    {
        if (Read(document) is not { } original)
        {
            return;
        }

        SpecVersion before = Seed.Read(original.ToJsonString());
        string program = UserProgram.Of(before.Surface);
        IReadOnlyList<string> errors = UserProgram.Errors(Bind(original.ToJsonString()), program);
        if (errors.Count > 0 && Path.IsPathRooted(document))
        {
            return; // A name of the document hides one that the program uses.
        }

        errors.ShouldBeEmpty();
        int tried = 0;
        for (int round = 0; round < Rounds && tried < Rounds / 5; round++)
        {
            string text = Mutations.Mutate(original, round);
            SpecDiff diff = SpecDiff.Compare(before, Seed.Read(text));
            if (!diff.IsEmpty && diff.Changes.All(change => change.Level == Level.Safe))
            {
                UserProgram.Errors(Bind(text), program).ShouldBeEmpty("round " + round + ": " + Seed.Text(diff));
                tried++;
            }
        }
    }

    [Fact]
    public void Seeds_that_are_called_safe_compile_with_the_old_program()
    {
        foreach (Seed seed in Seeds.All.Where(seed => seed.Level == Level.Safe && seed.Expected.Length > 0))
        {
            // Where the surface is the same, the program is seen to compile below.
            SpecVersion before = Seed.Read(seed.Before);
            string program = UserProgram.Of(before.Surface);
            if (before.Surface.SequenceEqual(Seed.Read(seed.After).Surface))
            {
                continue;
            }

            UserProgram.Errors(Bind(seed.After), program).ShouldBeEmpty(seed.New);
        }
    }

    private static JsonNode? Read(string document)
    {
        string text = File.Exists(document) ? File.ReadAllText(document)
            : document.StartsWith("specs/", StringComparison.Ordinal) ? File.ReadAllText(RepositoryFolder.Path(document))
            : ReviewDocuments.Of(document);
        JsonNode root = Mutations.Json(text, document);
        return root is JsonObject map && (map.ContainsKey("openapi") || map.ContainsKey("swagger")) && map.ContainsKey("paths") ? root : null;
    }

    private static ClientModel Bind(string text) => ClientBinder.Bind(Seed.Request(text), CancellationToken.None).Value!;
}
