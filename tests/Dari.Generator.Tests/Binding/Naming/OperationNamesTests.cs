using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding.Naming;

/// <summary>Groups and methods, as a caller writes them.</summary>
public sealed class OperationNamesTests
{
    private const string Ok = "responses: { '204': { description: ok } }";
    private const string List = "responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } }";

    [Theory]
    [InlineData("get", "/pets", "operationId: listPets, tags: [Pets]", "Pets.ListAsync")]
    [InlineData("post", "/pets", "operationId: pets_create, tags: [Pets]", "Pets.CreateAsync")]
    [InlineData("get", "/pets", "operationId: getPets, tags: [Pets]", "Pets.ListAsync")]
    [InlineData("get", "/pets/{id}", "operationId: getPet, tags: [Pets]", "Pets.GetAsync")]
    [InlineData("get", "/sessions/{id}/messages", "operationId: listSessionMessages, tags: [Messages]", "Messages.ListSessionMessagesAsync")]
    [InlineData("post", "/v1/snapshots", "operationId: create_snapshot_v1_snapshots_post, tags: [snapshots]", "Snapshots.CreateAsync")]
    [InlineData("get", "/users", "operationId: listUsingGET_1, tags: [user-controller]", "User.ListAsync")]
    [InlineData("get", "/pets", "operationId: PetsController_findAll, tags: [Pets]", "Pets.FindAllAsync")]
    [InlineData("delete", "/repos/{id}/environment", "operationId: repos/delete-an-environment, tags: [repos]", "Repos.DeleteEnvironmentAsync")]
    [InlineData("get", "/organization/keys/{id}", "operationId: admin-keys-get, tags: [Organization]", "Organization.GetAdminKeysAsync")]
    [InlineData("get", "/v1/users", "", "Users.ListAsync")]
    [InlineData("get", "/api/v1/users/{id}", "", "Users.GetAsync")]
    [InlineData("post", "/2.1/users", "", "Users.CreateAsync")]
    [InlineData("get", "/v1/pets/{id}/toys", "tags: [pets]", "Pets.ListToysAsync")]
    [InlineData("post", "/v1/pets/{id}/toys", "tags: [pets]", "Pets.CreateToyAsync")]
    [InlineData("post", "/v1/payments/{payment}/capture", "tags: [payments]", "Payments.CaptureAsync")]
    [InlineData("post", "/v1/charges/{charge}/dispute/close", "tags: [charges]", "Charges.CloseDisputeAsync")]
    [InlineData("post", "/v1/hotels/{id}:archive", "tags: [hotels]", "Hotels.ArchiveAsync")]
    [InlineData("get", "/v1/customers/search", "tags: [customers]", "Customers.SearchAsync")]
    [InlineData("get", "/rate_limit", "", "RateLimit.GetAsync")]
    [InlineData("get", "/v1/credit_notes/{id}", "operationId: GetCreditNotesId", "CreditNotes.GetAsync")]
    [InlineData("post", "/v1/accounts/{account}/persons/{person}", "operationId: PostAccountsAccountPersonsPerson", "Accounts.UpdatePersonAsync")]
    [InlineData("get", "/pets", "tags: [Pets API]", "Pets.ListAsync")]
    [InlineData("get", "/pets", "tags: [Dispose]", "DisposeOperations.ListPetsAsync")]
    public void Calls_read_well(string method, string path, string operation, string expected)
    {
        string separator = operation.Length == 0 ? "" : ", ";

        Assert.Equal(expected, Assert.Single(Calls($"paths: {{ '{path}': {{ {method}: {{ {operation}{separator}{Ok} }} }} }}")));
    }

    [Fact]
    public void An_answer_with_a_list_is_listed_whatever_its_word() =>
        Assert.Equal("History.ListAsync", Assert.Single(Calls($"paths: {{ /history: {{ get: {{ {List} }} }} }}")));

    [Theory]
    [InlineData("operationId: read_pet, tags: [P]", "operationId: read_pet, tags: [Q]", "P.ReadPetAsync Q.ReadPetAsync")]
    [InlineData("operationId: read, tags: [P]", "operationId: read, tags: [P]", "P.GetAAsync P.GetBAsync")]
    [InlineData("operationId: readP, tags: [P]", "operationId: read, tags: [P]", "P.ReadPAsync P.ReadAsync")]
    public void Operations_that_would_share_a_name_say_more(string first, string second, string expected) =>
        Assert.Equal(expected, string.Join(" ", Calls($"paths: {{ /a: {{ get: {{ {first}, {Ok} }} }}, /b: {{ get: {{ {second}, {Ok} }} }} }}")));

    [Fact]
    public void A_version_is_named_only_where_there_are_two() =>
        Assert.Equal(
            ["Sandboxes.ListAsync", "Sandboxes.ListV2Async", "Sandboxes.GetAsync"],
            Calls($"paths: {{ /sandboxes: {{ get: {{ {List} }} }}, /v2/sandboxes: {{ get: {{ {List} }} }}, '/v2/sandboxes/{{id}}': {{ get: {{ {Ok} }} }} }}"));

    [Fact]
    public void Tags_that_differ_in_how_they_are_written_are_one_group() =>
        Assert.Equal(
            ["PetStore.AAsync", "PetStore.BAsync"],
            Calls($"paths: {{ /a: {{ get: {{ operationId: a, tags: [pet store], {Ok} }} }}, /b: {{ get: {{ operationId: b, tags: [PetStore], {Ok} }} }} }}"));

    [Theory]
    [InlineData("in: query, name: id", "id queryId")]
    [InlineData("in: header, name: X-Id", "id xId")]
    [InlineData("in: query, name: options", "id queryOptions")]
    [InlineData("in: query, name: class", "id @class")]
    [InlineData("in: query, name: 'filter[x]'", "id filterX")]
    public void Parameters_that_would_share_a_name_say_where_they_are(string parameter, string expected)
    {
        OperationModel operation = Assert.Single(BinderHost.Operations(
            $$"""
            paths:
              '/pets/{id}':
                get:
                  parameters:
                    - { in: path, name: id, required: true, schema: { type: string } }
                    - { {{parameter}}, schema: { type: string } }
                  {{Ok}}
            """));

        Assert.Equal(expected, string.Join(" ", operation.Leading.Concat(operation.Trailing).Select(one => one.Name.Text)));
    }

    private static IEnumerable<string> Calls(string paths) =>
        BinderHost.Bind(paths).Value!.Tags.SelectMany(tag => tag.Operations.Select(operation => tag.Property.Plain + "." + operation.Name.Plain));
}
