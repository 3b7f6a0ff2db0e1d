using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.References;

/// <summary><c>$dynamicRef</c> and <c>$dynamicAnchor</c> of JSON Schema 2020-12.</summary>
public class DynamicReferenceTests
{
    private const string Generic = """
        openapi: 3.1.0
        components:
          schemas:
            List:
              $id: https://pets.example/list
              type: object
              properties:
                total: { type: integer }
                items: { type: array, items: { $dynamicRef: '#item' } }
                next: { $ref: '#' }
              $defs: { any: { $dynamicAnchor: item } }
            PetList:
              $id: https://pets.example/pet-list
              $ref: list
              $defs: { item: { $dynamicAnchor: item, $ref: '#/components/schemas/Pet' } }
            NameList:
              $id: https://pets.example/name-list
              $ref: https://pets.example/list
              $defs: { item: { $dynamicAnchor: item, type: string } }
            Pet: { type: object, properties: { name: { type: string } } }

        """;

    [Fact]
    public void A_generic_list_is_one_list_for_each_who_says_what_is_in_it()
    {
        ApiDocument document = Reading.Clean(Generic);

        ApiSchema Items(string name)
        {
            ApiSchema schema = document.Schemas.First(one => one.Name == name).Schema;
            return (schema.Reference ?? schema).Properties.Single(property => property.Name == "items").Schema.Items!.Reference.ShouldNotBeNull();
        }

        Items("PetList").Reference!.ComponentName.ShouldBe("Pet");
        Items("NameList").Types.ShouldBe(SchemaTypes.String);
        Items("List").Types.ShouldBe(SchemaTypes.None);
    }

    [Fact]
    public void Within_a_generic_schema_its_own_references_mean_the_same()
    {
        ApiSchema list = Reading.Clean(Generic).Schemas.First(one => one.Name == "PetList").Schema.Reference!;

        list.ComponentName.ShouldBe("PetList");
        list.Properties.Single(property => property.Name == "next").Schema.Reference.ShouldBeSameAs(list);
    }

    [Fact]
    public void Without_anybody_who_says_it_a_dynamic_reference_is_a_reference()
    {
        ApiDocument document = Reading.Clean("""
            openapi: 3.1.0
            components:
              schemas:
                Tree: { $dynamicAnchor: node, type: object, properties: { children: { type: array, items: { $dynamicRef: '#node' } } } }
            """);

        ApiSchema tree = document.Schemas.Single().Schema;
        tree.Properties.Single().Schema.Items!.Reference.ShouldBeSameAs(tree);
    }
}
