using Dari.Generator.Requests;

namespace Dari.Generator.Tests.Requests;

public sealed class NamespaceNameTests
{
    [Theory]
    [InlineData("Acme", "petstore.yaml", "Acme.Petstore")]
    [InlineData("Acme.Shop", "/a/b/pet-store.openapi.json", "Acme.Shop.PetStore")]
    [InlineData("Acme", "pet_store.v2.swagger.YML", "Acme.PetStoreV2")]
    [InlineData("Acme", "openapi.yaml", "Acme.Openapi")]
    [InlineData("Acme", ".yaml", "Acme.Yaml")]
    [InlineData("Acme", "3scale.json", "Acme._3scale")]
    [InlineData("Acme", "---.json", "Acme.Api")]
    [InlineData("Acme", "größe.json", "Acme.Größe")]
    [InlineData("Acme", "a\u202Eb.json", "Acme.AB")]
    [InlineData("my-app.3d", "a.json", "my_app._3d.A")]
    [InlineData("Acme.event", "a.json", "Acme._event.A")]
    [InlineData("Acme.नम", "a.json", "Acme.नम.A")]
    [InlineData("Acme.हिन्दी", "हिन्दी.json", "Acme.ह_न_द_.हनद")]
    [InlineData("", "a.json", "A")]
    public void Made_from_the_project_and_the_file(string root, string path, string expected)
    {
        string name = NamespaceName.Default(root, path);

        name.ShouldBe(expected);
        NamespaceName.IsValid(name).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Acme.Shop", true)]
    [InlineData("A", true)]
    [InlineData("", false)]
    [InlineData("Acme.", false)]
    [InlineData("Acme.1", false)]
    [InlineData("Acme.@class", false)]
    [InlineData("Acme.class", false)]
    [InlineData("Acme.a\u202Eb", false)]
    [InlineData("Acme Shop", false)]
    [InlineData("Acme.हिन्दी", false)]
    public void Only_plain_names_with_dots_between(string name, bool isValid) =>
        NamespaceName.IsValid(name).ShouldBe(isValid);
}
