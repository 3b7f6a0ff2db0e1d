using Dari.Generator.Diagnostics;
using Dari.Generator.Requests;
using Dari.Generator.Tests.Incremental;

namespace Dari.Generator.Tests.Requests;

public sealed class ClientRequestReaderTests
{
    private static readonly Item Item = new("/acme/specs/pet-store.openapi.yaml", "openapi: 3.1.0");

    [Fact]
    public void Metadata_that_is_left_out_has_defaults()
    {
        ClientRequest request = Read(Item).Value.ShouldNotBeNull();

        request.Namespace.ShouldBe("Acme.PetStore");
        request.ClientName.ShouldBe("");
        request.IsPublic.ShouldBeTrue();
        request.Tags.ShouldBeEmpty();
        request.Paths.ShouldBeEmpty();
        request.Source.Path.ShouldBe(Item.Path);
        request.Source.Text.ToString().ShouldBe(Item.Text);
    }

    [Fact]
    public void Metadata_arrives_as_written()
    {
        ClientRequest request = Read(Item with
        {
            Namespace = "Contoso.Pets",
            ClientName = "Pets",
            Accessibility = "Internal",
            Tags = "C# pets; it's (x), y ;; 100%;é",
            Paths = "/v1/**;/a/{b}/*",
        }).Value.ShouldNotBeNull();

        request.Namespace.ShouldBe("Contoso.Pets");
        request.ClientName.ShouldBe("Pets");
        request.IsPublic.ShouldBeFalse();
        request.Tags.ShouldBe(["C# pets", "it's (x), y", "100%", "é"]);
        request.Paths.ShouldBe(["/v1/**", "/a/{b}/*"]);
    }

    [Theory]
    [InlineData("Acme..Pets", "", "", "'Acme..Pets' cannot be a namespace")]
    [InlineData("Acme.class", "", "", "'Acme.class' cannot be a namespace")]
    [InlineData("Acme.Pets; class X", "", "", "'Acme.Pets; class X' cannot be a namespace")]
    [InlineData("", "Pet Client", "", "'Pet Client' cannot be the name of a class")]
    [InlineData("", "@event", "", "'@event' cannot be the name of a class")]
    [InlineData("", "", "private", "its Accessibility is 'private', which is neither 'public' nor 'internal'")]
    public void Metadata_that_makes_no_csharp_is_refused(string name, string client, string accessibility, string reason)
    {
        Bound<ClientRequest> request = Read(Item with { Namespace = name, ClientName = client, Accessibility = accessibility });

        request.Value.ShouldBeNull();
        DiagnosticInfo problem = request.Problems.ShouldHaveSingleItem();
        problem.Descriptor.ShouldBe(DiagnosticDescriptors.InvalidItem);
        problem.Location.ShouldBe(LocationInfo.StartOf(Item.Path));
        problem.ToDiagnostic().GetMessage().ShouldBe($"The OpenApiSpec item 'pet-store.openapi.yaml' is not valid: {reason}");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("false", false)]
    [InlineData("True", true)]
    public void Lean_is_asked_for_by_a_word(string word, bool isLean) =>
        Read(Item with { Lean = word }).Value!.IsLean.ShouldBe(isLean);

    [Fact]
    public void Another_word_for_lean_is_refused() =>
        Read(Item with { Lean = "yes" }).Problems.ShouldHaveSingleItem().ToDiagnostic().GetMessage()
            .ShouldContain("its Lean is 'yes', which is neither 'true' nor 'false'");

    private static Bound<ClientRequest> Read(Item item) => ClientRequestReader.Read(
        new DocumentText(item.Path, item.Text),
        new ItemOptions(new Dictionary<string, IReadOnlyDictionary<string, string>> { [item.Path] = item.Metadata }),
        CancellationToken.None);
}
