using Dari;
using Petstore;
using Petstore.Api;

// The shop answers within this process; without the handler the same program calls https://petshop.example.
using var http = new HttpClient(new PetShop());
using var store = new PetstoreClient(http);

Pet rex = await store.Pets.AddAsync(new() { Name = "Rex", Kind = PetKind.Dog, Price = 249.50m, BornOn = new(2025, 4, 1) });
await store.Pets.AddAsync(new() { Name = "Tom", Kind = PetKind.Cat, Price = 80 });
IReadOnlyList<Pet> dogs = await store.Pets.ListAsync(PetKind.Dog);
Console.WriteLine($"{dogs.Count} dog: {dogs[0].Name}, born on {dogs[0].BornOn:d MMMM yyyy}, {dogs[0].Price} euros");

FileUpload picture = FileUpload.FromBytes(new byte[2048], "rex.png", "image/png");
Photo photo = await store.Pets.UploadPhotoAsync(rex.Id, new() { Photo = picture, Caption = "Rex, asleep" });
Console.WriteLine($"A photo of {photo.Bytes} bytes at {photo.Url}");

Order order = await store.Orders.PlaceAsync(new() { PetId = rex.Id, Customer = "Ada" });
try
{
    await store.Orders.PlaceAsync(new() { PetId = rex.Id, Customer = "Bob" });
}
catch (ApiException<Refusal> refused)
{
    Console.WriteLine($"Not for Bob: {refused.Error.Message}");
}

await store.Orders.CancelAsync(order.Id);
Console.WriteLine($"Ada has changed her mind: {(await store.Pets.GetAsync(rex.Id)).Status}");
