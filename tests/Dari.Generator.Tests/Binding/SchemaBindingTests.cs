using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding;

public sealed class SchemaBindingTests
{
    [Theory]
    [InlineData("{ type: string }", "String")]
    [InlineData("{ type: string, format: date-time }", "DateTime")]
    [InlineData("{ type: string, format: uuid }", "Guid")]
    [InlineData("{ type: string, format: byte }", "Bytes")]
    [InlineData("{ type: string, format: duration }", "String")]
    [InlineData("{ type: string, format: made-up }", "String")]
    [InlineData("{ type: integer }", "Int64")]
    [InlineData("{ type: integer, format: int32 }", "Int32")]
    [InlineData("{ type: integer, format: uint64 }", "UInt64")]
    [InlineData("{ type: integer, maximum: 18446744073709551615 }", "UInt64")]
    [InlineData("{ type: number }", "Double")]
    [InlineData("{ type: number, format: float }", "Single")]
    [InlineData("{ type: number, format: decimal }", "Decimal")]
    [InlineData("{ type: [integer, string], pattern: '^-?[0-9]+$' }", "Int64OrText")]
    [InlineData("{ type: boolean }", "Boolean")]
    [InlineData("{ type: boolean, enum: [true] }", "Boolean")]
    [InlineData("{ type: object }", "Object")]
    [InlineData("{ type: object, additionalProperties: true }", "Object")]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", "Map<Int64>")]
    [InlineData("{ type: object, additionalProperties: { type: [string, 'null'] } }", "Map<String?>")]
    [InlineData("{ type: array, items: { type: string } }", "List<String>")]
    [InlineData("{ type: array, items: { anyOf: [{ type: string }, { type: 'null' }] } }", "List<String?>")]
    [InlineData("{ type: array }", "List<Any>")]
    [InlineData("{ pattern: '^[0-9]+$', format: int32 }", "Any")]
    [InlineData("{}", "Any")]
    [InlineData("true", "Any")]
    [InlineData("{ enum: [a, 1, true] }", "Any")]
    [InlineData("{ anyOf: [{ type: string }, { type: 'null' }] }", "String")]
    [InlineData("{ oneOf: [{ type: integer }, { type: number }] }", "ThingValue")]
    [InlineData("{ type: [integer, number] }", "ThingValue")]
    [InlineData("{ type: [integer, number], format: double }", "Double")]
    [InlineData("{ type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000 }", "Int64")]
    [InlineData("{ type: string, additionalProperties: true }", "String")]
    [InlineData("{ type: integer, enum: [2], allOf: [{ oneOf: [{ const: 1 }, { const: 2 }] }] }", "ThingValue")]
    [InlineData("{ oneOf: [{ type: string, format: uuid }, { type: string }] }", "String")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Other' }], description: words }", "Other")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Other' }, { description: words }] }", "Other")]
    [InlineData("{ $ref: '#/components/schemas/Other', description: words }", "Other")]
    [InlineData("{ enum: [one, two] }", "ThingValue")]
    [InlineData("{ enum: [1, 2] }", "ThingValue")]
    [InlineData("{ anyOf: [{ type: string }, { type: string, enum: [one] }] }", "ThingValue")]
    [InlineData("{ type: object, properties: { x: { type: string } } }", "ThingValue")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", "ThingValue")]
    [InlineData("{ type: [string, integer] }", "ThingValue")]
    public void Schemas_have_a_type(string schema, string expected)
    {
        ObjectModel thing = BinderHost.Type<ObjectModel>(
            $$"""
            paths: {}
            components:
              schemas:
                Thing: { type: object, properties: { value: {{schema}} } }
                Other: { type: object, properties: { y: { type: string } } }
            """,
            "Thing");

        Assert.Equal(expected, BinderHost.Text(Assert.Single(thing.Properties).Value));
    }

    [Theory]
    [InlineData("{ type: string }", true, "Required")]
    [InlineData("{ type: [string, 'null'] }", true, "RequiredNullable")]
    [InlineData("{ type: string }", false, "Optional")]
    [InlineData("{ type: [string, 'null'] }", false, "OptionalNullable")]
    [InlineData("{ anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] }", false, "OptionalNullable")]
    [InlineData("{ type: string, const: fixed }", true, "Constant")]
    [InlineData("{ type: string, enum: [fixed] }", true, "Constant")]
    [InlineData("{ type: string, enum: [fixed] }", false, "Optional")]
    [InlineData("{ type: [string, 'null'], enum: [fixed, null] }", true, "RequiredNullable")]
    [InlineData("{}", true, "Required")]
    [InlineData("{}", false, "Optional")]
    [InlineData("{ type: string, enum: [a, b, null] }", false, "OptionalNullable")]
    public void Members_are_present_as_the_document_says(string schema, bool isRequired, string expected)
    {
        string required = isRequired ? "required: [value], " : "";
        ObjectModel thing = BinderHost.Type<ObjectModel>(
            $$"""
            paths: {}
            components:
              schemas:
                Thing: { type: object, {{required}}properties: { value: {{schema}} } }
            """,
            "Thing");

        Assert.Equal(expected, Assert.Single(thing.Properties).Presence.ToString());
    }

    [Fact]
    public void AllOf_is_one_flat_record()
    {
        ObjectModel dog = BinderHost.Type<ObjectModel>(
            """
            paths: {}
            components:
              schemas:
                Animal: { type: object, required: [name], properties: { name: { type: string } } }
                Dog:
                  allOf:
                    - $ref: '#/components/schemas/Animal'
                    - { type: object, properties: { barks: { type: boolean } } }
            """,
            "Dog");

        Assert.Null(dog.Base);
        Assert.Equal(["Name", "Barks"], dog.Properties.Select(property => property.Name.Text));
        Assert.Equal(Presence.Required, dog.Properties[0].Presence);
    }

    [Fact]
    public void A_discriminated_base_is_a_union_of_what_extends_it()
    {
        const string document =
            """
            paths: {}
            components:
              schemas:
                Animal:
                  type: object
                  required: [kind, name]
                  properties: { kind: { type: string }, name: { type: string } }
                  discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } }
                Dog: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { barks: { type: boolean } } }] }
                Cat: { allOf: [{ $ref: '#/components/schemas/Animal' }] }
            """;
        UnionModel animal = BinderHost.Type<UnionModel>(document, "Animal");
        ObjectModel dog = BinderHost.Type<ObjectModel>(document, "Dog");

        Assert.Equal(["Dog=dog", "Cat=Cat"], animal.Cases.Select(one => one.Type.Text + "=" + one.Values[0]));
        Assert.Equal(["Name"], animal.Properties.Select(property => property.Name.Text));
        Assert.Equal("Animal", dog.Base?.Text);
        Assert.Equal(Presence.Constant, dog.Properties.Single(property => property.WireName == "kind").Presence);
    }

    [Theory]
    [InlineData("x-ms-discriminator-value")]
    [InlineData("x-discriminator-value")]
    public void Extensions_say_what_a_case_is_called_on_the_wire(string extension)
    {
        UnionModel animal = BinderHost.Type<UnionModel>(
            $$"""
            paths: {}
            components:
              schemas:
                Animal: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
                Dog: { {{extension}}: '#Acme.Dog', allOf: [{ $ref: '#/components/schemas/Animal' }] }
            """,
            "Animal");

        Assert.Equal(["#Acme.Dog"], Assert.Single(animal.Cases).Values);
    }

    [Fact]
    public void Unions_that_share_a_case_are_interfaces()
    {
        const string document =
            """
            paths: {}
            components:
              schemas:
                A: { type: object, required: [t], properties: { t: { const: a } } }
                B: { type: object, required: [t], properties: { t: { const: b } } }
                First: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: t } }
                Second: { oneOf: [{ $ref: '#/components/schemas/B' }], discriminator: { propertyName: t } }
                Third: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: t } }
            """;

        Assert.True(BinderHost.Type<UnionModel>(document, "First").IsInterface);
        ObjectModel b = BinderHost.Type<ObjectModel>(document, "B");
        Assert.Null(b.Base);
        Assert.Equal(["First", "Third"], b.Interfaces.Select(name => name.Text));
    }

    [Fact]
    public void A_type_that_contains_itself_is_bound_once()
    {
        ObjectModel node = BinderHost.Type<ObjectModel>(
            """
            paths: {}
            components:
              schemas:
                Node: { type: object, properties: { children: { type: array, items: { $ref: '#/components/schemas/Node' } } } }
            """,
            "Node");

        Assert.Equal("List<Node>", BinderHost.Text(Assert.Single(node.Properties).Value));
    }

    [Fact]
    public void An_alias_that_is_made_of_itself_is_any_value_and_said_so()
    {
        var bound = BinderHost.Bind(
            """
            paths: {}
            components:
              schemas:
                Tree: { type: array, items: { $ref: '#/components/schemas/Tree' } }
            """);

        Assert.Equal("DARI007", Assert.Single(bound.Problems).Descriptor.Id);
    }

    [Fact]
    public void ReadOnly_members_are_not_asked_of_who_sends()
    {
        const string body = "application/json: { schema: { $ref: '#/components/schemas/Pet' } }";
        ObjectModel pet = BinderHost.Type<ObjectModel>(
            $$"""
            paths:
              /pets:
                post: { requestBody: { content: { {{body}} } }, responses: { '200': { description: ok, content: { {{body}} } } } }
            components:
              schemas:
                Pet:
                  type: object
                  required: [id, name]
                  properties: { id: { type: string, readOnly: true }, name: { type: string } }
            """,
            "Pet");

        Assert.Equal([Presence.Optional, Presence.Required], pet.Properties.Select(property => property.Presence));
    }
}
