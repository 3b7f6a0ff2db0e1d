using Dari.Features.References;

namespace Dari.Features;

/// <summary>What a reference leads to is read and sent as if it stood there.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public async Task References_of_every_kind_lead_to_one_type()
    {
        const string Json = """{"id":"1","$ref":"#/not/a/reference","size":"small","collar":{"color":"red"},"parent":{"id":"2"}}""";
        await using Exchange exchange = Exchange.Json(Json);
        using var client = new ReferencesClient(exchange.Options);

        Pet pet = await client.Pets.GetAsync("1");
        Pet animal = await client.Pets.GetAnimalAsync("1");

        animal.ShouldBe(pet);
        pet.Ref.ShouldBe("#/not/a/reference");
        pet.Size.ShouldBe(PetSizesAll.Small);
        pet.Collar!.Color.ShouldBe("red");
        pet.Parent!.Id.ShouldBe("2");
        exchange.Requests.Select(request => request.Target).ShouldBe(["/pets/1", "/animals/1"]);
    }
}
