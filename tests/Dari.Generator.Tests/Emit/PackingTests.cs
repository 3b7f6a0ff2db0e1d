using Dari.Generator.Emit;
using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Emit;

public sealed class PackingTests
{
    [Fact]
    public void A_small_document_has_a_file_a_type()
    {
        Files(Client(types: 3)).Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "Acme/AcmeClient.g.cs", "Acme/AcmeClientJson.g.cs",
            "Acme/Models/Type0.Json.g.cs", "Acme/Models/Type0.g.cs",
            "Acme/Models/Type1.Json.g.cs", "Acme/Models/Type1.g.cs",
            "Acme/Models/Type2.Json.g.cs", "Acme/Models/Type2.g.cs",
        ]);
    }

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    [InlineData(900, 40)]
    [InlineData(5000, 30)]
    [InlineData(20000, 0)]
    [InlineData(10, 500)]
    [InlineData(5000, 500)]
    public void There_are_never_many_files(int types, int tags) => Files(Client(types, tags)).Count.ShouldBeLessThanOrEqualTo(64);

    [Fact]
    public void Types_of_a_large_document_are_all_there()
    {
        string all = string.Concat(Files(Client(types: 500)).Values);

        Enumerable.Range(0, 500).ShouldAllBe(i => all.Contains($"sealed partial record Type{i}\n") && all.Contains($"sealed class Type{i}Json "));
    }

    [Fact]
    public void A_type_that_is_added_touches_one_file_of_each_kind()
    {
        IReadOnlyDictionary<string, string> before = Files(Client(types: 500));
        IReadOnlyDictionary<string, string> after = Files(Client(types: 501));

        string[] changed = [.. after.Where(file => before.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key)];
        changed.Length.ShouldBe(3);
        changed.ShouldContain("Acme/AcmeClientJson.g.cs");
        before.Keys.ShouldBe(after.Keys, ignoreOrder: true);
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes() => Files(Client(200, 5)).ShouldBe(Files(Client(200, 5)));

    /// <summary>FNV-1a over UTF-16, low byte first; computed with another program.</summary>
    [Fact]
    public void The_hash_is_the_published_one() => StableHash.Of("ab").ShouldBe(0x81977B96u);

    private static Dictionary<string, string> Files(ClientModel client) =>
        ClientEmitter.Emit(client, default).ToDictionary(file => file.HintName, file => file.Text);

    private static ClientModel Client(int types, int tags = 0) =>
        Make.Client([.. Enumerable.Range(0, types).Select(i => Make.Object("Type" + i, Make.Property("Id", "id", Make.String)))]) with
        {
            Tags = Enumerable.Range(0, tags).Select(i => Make.Tag(Make.Operation(new PathPartModel("/a", null))) with
            {
                Property = Make.Name("Tag" + i),
                Type = Make.Name("Tag" + i + "Client"),
                Interface = Make.Name("ITag" + i + "Client"),
            }).ToEquatableArray(),
        };
}
