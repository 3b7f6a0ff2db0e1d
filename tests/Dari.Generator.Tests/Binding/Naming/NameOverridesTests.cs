using System.Text.RegularExpressions;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding.Naming;

/// <summary>Names that a document asks for itself.</summary>
public sealed class NameOverridesTests
{
    private const string Ok = "responses: { '204': { description: ok } }";

    [Theory]
    [InlineData("x-dari-name: Animal", "Animal")]
    [InlineData("x-dari-name: HTTPPet", "HTTPPet")]
    [InlineData("x-ms-client-name: animal", "Animal")]
    [InlineData("x-speakeasy-name-override: an_animal", "AnAnimal")]
    [InlineData("x-fern-type-name: Animal", "Animal")]
    [InlineData("x-stainless-naming: { csharp: { type_name: Animal } }", "Animal")]
    [InlineData("x-stainless-naming: { python: { type_name: Animal } }", "Pet")]
    [InlineData("x-dari-name: Animal, x-ms-client-name: Other", "Animal")]
    public void Types(string extension, string expected) =>
        Assert.Equal(expected, Assert.Single(Client($"components: {{ schemas: {{ Pet: {{ {extension}, properties: {{ x: {{ type: string }} }} }} }} }}").Types).Name.Plain);

    [Theory]
    [InlineData("x-dari-name: Mode", "Mode", "PetMode")]
    [InlineData("x-ms-client-name: mode", "Mode", "PetMode")]
    [InlineData("x-fern-property-name: mode", "Mode", "PetMode")]
    [InlineData("x-dari-type-name: Modes", "State", "Modes")]
    [InlineData("x-ms-enum: { name: Modes }", "State", "Modes")]
    [InlineData("x-speakeasy-name-override: Modes", "State", "Modes")]
    [InlineData("x-fern-type-name: Modes", "State", "Modes")]
    public void Properties_and_their_types(string extension, string property, string type)
    {
        ClientModel client = Client($"components: {{ schemas: {{ Pet: {{ properties: {{ state: {{ {extension}, type: string, enum: [a, b] }} }} }} }} }}");

        Assert.Equal(property, Assert.Single(Assert.Single(client.Types.OfType<ObjectModel>()).Properties).Name.Plain);
        Assert.Equal(type, Assert.Single(client.Types.OfType<EnumModel>()).Name.Plain);
    }

    [Theory]
    [InlineData("x-dari-name: Fetch", "Pets.FetchAsync")]
    [InlineData("x-speakeasy-name-override: fetch", "Pets.FetchAsync")]
    [InlineData("x-speakeasy-group: animals", "Animals.ListPetsAsync")]
    [InlineData("x-fern-sdk-method-name: fetch, x-fern-sdk-group-name: [admin, animals]", "AdminAnimals.FetchAsync")]
    [InlineData("x-operation-name: fetch", "Pets.FetchAsync")]
    [InlineData("x-dari-group: Zoo", "Zoo.ListPetsAsync")]
    [InlineData("x-operation-group-name: zoo", "Zoo.ListPetsAsync")]
    [InlineData("x-ms-client-name: fetch", "Pets.FetchAsync")]
    public void Operations(string extension, string expected)
    {
        TagModel tag = Assert.Single(Client($"paths: {{ /pets: {{ get: {{ operationId: listPets, tags: [pets], {extension}, {Ok} }} }} }}").Tags);

        Assert.Equal(expected, tag.Property.Plain + "." + Assert.Single(tag.Operations).Name.Plain);
    }

    [Fact]
    public void Tags() =>
        Assert.Equal("Zoo", Assert.Single(Client($"tags: [{{ name: pets, x-dari-name: Zoo }}]\npaths: {{ /pets: {{ get: {{ tags: [pets], {Ok} }} }} }}").Tags).Property.Plain);

    [Theory]
    [InlineData("x-dari-name: pageSize")]
    [InlineData("x-ms-client-name: PageSize")]
    [InlineData("x-fern-parameter-name: page_size")]
    [InlineData("x-speakeasy-name-override: page_size")]
    public void Parameters(string extension)
    {
        OperationModel operation = Operation($"parameters: [{{ name: ps, in: query, {extension}, schema: {{ type: string }} }}], {Ok}");

        Assert.Equal("pageSize", Assert.Single(operation.Trailing).Name.Plain);
    }

    [Theory]
    [InlineData("x-codegen-request-body-name: pet, requestBody: { required: true, content: { application/json: { schema: { type: object } } } }")]
    [InlineData("x-codegen-body-parameter-name: pet, requestBody: { required: true, content: { application/json: { schema: { type: object } } } }")]
    [InlineData("requestBody: { x-ms-requestBody-name: pet, required: true, content: { application/json: { schema: { type: object } } } }")]
    [InlineData("requestBody: { x-dari-name: Pet, required: true, content: { application/json: { schema: { type: object } } } }")]
    public void Bodies(string body) => Assert.Equal("pet", Operation(body + ", " + Ok).Body!.Name.Plain);

    [Theory]
    [InlineData("x-dari-enum-names: [Low, High]")]
    [InlineData("x-enum-varnames: [LOW, HIGH]")]
    [InlineData("x-enumNames: [low, high]")]
    [InlineData("x-enum-names: [low, high]")]
    [InlineData("x-speakeasy-enums: [LOW, HIGH]")]
    [InlineData("x-speakeasy-enums: { '1': low, '2': high }")]
    [InlineData("x-fern-enum: { '1': { name: Low }, '2': { name: High } }")]
    [InlineData("x-ms-enum: { values: [{ value: 2, name: High }, { value: 1, name: Low }] }")]
    public void Values_of_enumerations(string extension)
    {
        ClientModel client = Client($"components: {{ schemas: {{ Level: {{ type: integer, enum: [1, 2], {extension} }} }} }}");

        Assert.Equal(["Low", "High"], Assert.Single(client.Types.OfType<EnumModel>()).Values.Select(value => value.Name.Plain));
    }

    [Theory]
    [InlineData("x-enum-descriptions: [Not much., A lot.]")]
    [InlineData("x-enumDescriptions: [Not much., A lot.]")]
    [InlineData("x-speakeasy-enum-descriptions: { '1': Not much., '2': A lot. }")]
    [InlineData("x-fern-enum: { '1': { description: Not much. }, '2': { description: A lot. } }")]
    [InlineData("x-ms-enum: { values: [{ value: 2, description: A lot. }, { value: 1, description: Not much. }] }")]
    public void What_values_of_enumerations_mean(string extension)
    {
        ClientModel client = Client($"components: {{ schemas: {{ Level: {{ type: integer, enum: [1, 2], {extension} }} }} }}");

        Assert.Equal(["Not much.", "A lot."], Assert.Single(client.Types.OfType<EnumModel>()).Values.Select(value => value.Description));
    }

    /// <summary>Each extension that is read is written down, and has a test here.</summary>
    [Fact]
    public void Every_extension_is_documented_and_tested()
    {
        string code = string.Join("\n", Directory.GetFiles(RepositoryFolder.Path("src/Dari.Generator/Binding/Naming"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string page = File.ReadAllText(RepositoryFolder.Path("docs/naming.md"));
        string tests = File.ReadAllText(RepositoryFolder.Path("tests/Dari.Generator.Tests/Binding/Naming/NameOverridesTests.cs"));

        foreach (string extension in Regex.Matches(code, "\"(x-[A-Za-z-]*[A-Za-z])\"").Select(match => match.Groups[1].Value).Distinct())
        {
            Assert.Contains("`" + extension, page, StringComparison.Ordinal);
            Assert.Contains(extension + ":", tests, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("x-dari-name: 1st", "DARI021")]
    [InlineData("x-dari-name: '---'", "DARI021")]
    [InlineData("x-dari-name: { a: b }", "DARI021")]
    [InlineData("x-ms-client-name: '12'", "DARI022")]
    [InlineData("x-fern-type-name: [1]", "DARI022")]
    public void What_cannot_be_a_name_is_reported_at_its_place(string extension, string id)
    {
        Bound<ClientModel> bound = BinderHost.Bind($"components:\n  schemas:\n    Pet:\n      {extension}\n      properties: {{ x: {{ type: string }} }}\n");

        DiagnosticInfo problem = Assert.Single(bound.Problems);
        Assert.Equal(id, problem.Descriptor.Id);
        Assert.Equal((5, extension.IndexOf(':') + 8), (problem.Location!.LineSpan.Start.Line, problem.Location.LineSpan.Start.Character));
        Assert.Equal("#/components/schemas/Pet", problem.Arguments[0]);
        Assert.Equal("Pet", Assert.Single(bound.Value!.Types).Name.Plain);
    }

    [Fact]
    public void A_list_of_names_must_be_as_long_as_the_enumeration()
    {
        Bound<ClientModel> bound = BinderHost.Bind("components: { schemas: { Level: { type: integer, enum: [1, 2], x-dari-enum-names: [Low] } } }");

        Assert.Equal("DARI021", Assert.Single(bound.Problems).Descriptor.Id);
    }

    [Fact]
    public void Who_asks_for_a_name_has_it_before_others()
    {
        ClientModel client = Client("components: { schemas: { Pet: { properties: { x: { type: string } } }, Animal: { x-dari-name: Pet, properties: { x: { type: string } } } } }");

        Assert.Equal("#/components/schemas/Animal", client.Types.Single(type => type.Name.Plain == "Pet").Pointer);
    }

    private static ClientModel Client(string yaml) => BinderHost.Bind(yaml).Value!;

    private static OperationModel Operation(string operation) =>
        Assert.Single(BinderHost.Operations($"paths: {{ /pets: {{ post: {{ {operation} }} }} }}"));
}
