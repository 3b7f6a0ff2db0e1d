using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Tests.Specs.Schemas;

public class SchemaReaderTests
{
    [Theory]
    [InlineData("type: string", "String", null)]
    [InlineData("type: [string, 'null']", "Null, String", null)]
    [InlineData("type: [string, null]", "Null, String", null)]
    [InlineData("type: [integer, string]", "Integer, String", null)]
    [InlineData("type: 'null'", "Null", null)]
    [InlineData("type: null", "Null", null)]
    [InlineData("type:", "None", null)]
    [InlineData("type: string\nnullable: true", "Null, String", null)]
    [InlineData("nullable: true", "Null", null)]
    [InlineData("x-nullable: true", "Null", null)]
    [InlineData("type: object\nnullable: false", "Object", null)]
    [InlineData("type: file", "String", "binary")]
    [InlineData("type: string\nformat: date-time", "String", "date-time")]
    [InlineData("{}", "None", null)]
    public void Types_are_a_set(string keywords, string types, string? format)
    {
        Reading<ApiSchema> reading = Reading.Schema(keywords);

        reading.Problems.Where(problem => !problem.StartsWith("DARI019", StringComparison.Ordinal)).ShouldBeEmpty();
        reading.Value.Types.ToString().ShouldBe(types);
        reading.Value.Format.ShouldBe(format);
        reading.Value.IsNullable.ShouldBe(keywords.Contains("nullable: true", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("type: int64", "Integer", "int64", "DARI013 5:13 #/components/schemas/S/type should be the name of a type, not 'int64'; it is read as integer with format int64")]
    [InlineData("type: bool", "Boolean", null, "DARI013 5:13 #/components/schemas/S/type should be the name of a type, not 'bool'; it is read as boolean")]
    [InlineData("type: String", "String", null, "DARI013 5:13 #/components/schemas/S/type should be the name of a type, not 'String'; it is read as string")]
    [InlineData("type: date", "String", "date", "DARI013 5:13 #/components/schemas/S/type should be the name of a type, not 'date'; it is read as string with format date")]
    [InlineData("type: any", "None", null, "DARI004 5:13 #/components/schemas/S/type should be the name of a type, not 'any'; it is ignored")]
    [InlineData("type: 1", "None", null, "DARI004 5:13 #/components/schemas/S/type should be the name of a type, not a number; it is ignored")]
    [InlineData("type: [string, magic]", "String", null, "DARI004 5:22 #/components/schemas/S/type/1 should be the name of a type, not 'magic'; it is ignored")]
    public void Words_that_are_no_types_are_reported(string keywords, string types, string? format, string problem)
    {
        Reading<ApiSchema> reading = Reading.Schema(keywords);

        reading.Value.Types.ToString().ShouldBe(types);
        reading.Value.Format.ShouldBe(format);
        reading.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("minimum: 1\nmaximum: 2.50", "3.1.0", "1", "2.50", null, null)]
    [InlineData("exclusiveMinimum: 1\nexclusiveMaximum: 2", "3.1.0", null, null, "1", "2")]
    [InlineData("minimum: 1\nexclusiveMinimum: true\nmaximum: 2\nexclusiveMaximum: false", "3.0.0", null, "2", "1", null)]
    [InlineData("minimum: 1\nexclusiveMinimum: 0", "3.1.0", "1", null, "0", null)]
    [InlineData("minimum: '1'", "3.0.0", "1", null, null, null)]
    [InlineData("maximum: 12345678901234567890.5", "3.0.0", null, "12345678901234567890.5", null, null)]
    [InlineData("exclusiveMinimum: true", "3.0.0", null, null, null, null)]
    public void Bounds_are_in_the_words_of_3_1(
        string keywords, string version, string? minimum, string? maximum, string? exclusiveMinimum, string? exclusiveMaximum)
    {
        Reading<ApiSchema> reading = Reading.Schema(keywords, version);

        reading.Problems.ShouldBeEmpty();
        ApiSchema schema = reading.Value;
        (schema.Minimum, schema.Maximum, schema.ExclusiveMinimum, schema.ExclusiveMaximum)
            .ShouldBe((minimum, maximum, exclusiveMinimum, exclusiveMaximum));
    }

    [Fact]
    public void Plain_keywords_are_read()
    {
        Reading<ApiSchema> reading = Reading.Schema("""
            title: A title
            description: 12
            pattern: '^a$'
            multipleOf: 0.01
            minLength: 1
            maxLength: 2.0
            minItems: 3
            maxItems: 1e3
            minProperties: 5
            maxProperties: 99999999999
            uniqueItems: true
            readOnly: true
            writeOnly: true
            deprecated: true
            contentMediaType: application/json
            contentEncoding: base64
            required: [a, b, a, 200]
            const: null
            default: [1]
            example: one
            examples: [two]
            xml: { name: s }
            x-note: mine
            """);

        reading.Problems.ShouldBeEmpty();
        reading.Value.ShouldSatisfyAllConditions(
            s => (s.Title, s.Description, s.Pattern, s.MultipleOf).ShouldBe(("A title", "12", "^a$", "0.01")),
            s => (s.MinLength, s.MaxLength, s.MinItems, s.MaxItems, s.MinProperties, s.MaxProperties).ShouldBe((1, 2, 3, 1000, 5, null)),
            s => (s.UniqueItems, s.IsReadOnly, s.IsWriteOnly, s.IsDeprecated).ShouldBe((true, true, true, true)),
            s => (s.ContentMediaType, s.ContentEncoding).ShouldBe(("application/json", "base64")),
            s => s.Required.ShouldBe(["a", "b", "200"]),
            s => s.Const!.Kind.ShouldBe(SpecNodeKind.Null),
            s => s.Default!.Items.Single().Text.ShouldBe("1"),
            s => s.Examples.Select(example => example.Text).ShouldBe(["one", "two"]),
            s => s.Xml!.StringMember("name").ShouldBe("s"),
            s => s.Extension("x-note")!.Text.ShouldBe("mine"));
    }

    [Fact]
    public void Schemas_in_schemas_are_read()
    {
        Reading<ApiSchema> reading = Reading.Schema("""
            properties: { a: { type: string }, b: true }
            patternProperties: { '^x-': { type: integer } }
            additionalProperties: { type: boolean }
            propertyNames: { pattern: '^a' }
            prefixItems: [{ type: string }]
            items: { type: number }
            allOf: [{ title: all }]
            anyOf: [{ title: any1 }, { title: any2 }]
            oneOf: [{ title: one }]
            not: { title: not }
            contentSchema: { title: content }
            """);

        reading.Problems.ShouldBeEmpty();
        reading.Value.ShouldSatisfyAllConditions(
            s => s.Properties.Select(property => property.Name + " " + property.Schema.Types).ShouldBe(["a String", "b None"]),
            s => s.PatternProperties.Single().Schema.Types.ShouldBe(SchemaTypes.Integer),
            s => s.AdditionalProperties!.Types.ShouldBe(SchemaTypes.Boolean),
            s => s.PropertyNames!.Pattern.ShouldBe("^a"),
            s => s.PrefixItems.Single().Types.ShouldBe(SchemaTypes.String),
            s => s.Items!.Types.ShouldBe(SchemaTypes.Number),
            s => s.AllOf.Single().Title.ShouldBe("all"),
            s => s.AnyOf.Select(any => any.Title).ShouldBe(["any1", "any2"]),
            s => s.OneOf.Single().Title.ShouldBe("one"),
            s => s.Not!.Title.ShouldBe("not"),
            s => s.ContentSchema!.Title.ShouldBe("content"));
    }

    [Theory]
    [InlineData("additionalProperties: false", true)]
    [InlineData("additionalProperties: true", false)]
    [InlineData("additionalProperties: {}", false)]
    public void Boolean_schemas_accept_all_or_nothing(string keywords, bool isNever)
    {
        ApiSchema schema = Reading.Schema(keywords).Value.AdditionalProperties.ShouldNotBeNull();

        schema.IsNever.ShouldBe(isNever);
        schema.Types.ShouldBe(SchemaTypes.None);
    }

    [Fact]
    public void The_older_tuple_is_understood()
    {
        ApiSchema schema = Reading.Schema("items: [{ type: string }, { type: integer }]\nadditionalItems: false").Value;

        schema.PrefixItems.Count.ShouldBe(2);
        schema.Items!.IsNever.ShouldBeTrue();
    }

    [Theory]
    [InlineData("type: string\nenum: [1.10, true, 0x10, no, null, a]", "'1.10' 'true' '0x10' 'no' null 'a'")]
    [InlineData("type: [string, 'null']\nenum: [1]", "'1'")]
    [InlineData("type: integer\nenum: ['1', '2', many]", "1 2 'many'")]
    [InlineData("type: boolean\nenum: ['true', 'False']", "true false")]
    [InlineData("enum: [1, '1', true]", "1 '1' true")]
    [InlineData("type: [string, integer]\nenum: [1, '1']", "1 '1'")]
    public void Values_are_of_the_type_that_is_stated(string keywords, string values) =>
        string.Join(" ", Reading.Schema(keywords).Value.Enum.Select(Syntax.TreeText.Of)).ShouldBe(values);

    [Theory]
    [InlineData("3.0.0", "String", null, 0)]
    [InlineData("3.1.0", "Object, String", 3, 1)]
    public void Beside_a_reference_most_keywords_count_from_3_1_on(string version, string types, int? maxLength, int properties)
    {
        ApiSchema schema = Reading.Schema("""
            $ref: '#/components/schemas/S/$defs/T'
            description: Described.
            title: Titled
            readOnly: true
            deprecated: true
            nullable: true
            maxLength: 3
            type: [object, string]
            properties: { a: {} }
            $defs: { T: { type: string } }
            """, version).Value;

        schema.Reference!.Types.ShouldBe(SchemaTypes.String);
        schema.ShouldSatisfyAllConditions(
            s => (s.Description, s.Title, s.IsReadOnly, s.IsDeprecated, s.IsNullable).ShouldBe(("Described.", "Titled", true, true, true)),
            s => s.Types.ToString().ShouldBe(version == "3.0.0" ? "Null" : "Null, " + string.Join(", ", types.Split(", ").Reverse())),
            s => s.MaxLength.ShouldBe(maxLength),
            s => s.Properties.Count.ShouldBe(properties));
    }

    [Theory]
    [InlineData("properties: [a]", "DARI004 5:19 #/components/schemas/S/properties should be an object of schemas, not a list; it is ignored")]
    [InlineData("properties: { a: 1 }", "DARI004 5:24 #/components/schemas/S/properties/a should be a schema, not a number; it is ignored")]
    [InlineData("allOf: { a: b }", "DARI004 5:14 #/components/schemas/S/allOf should be a list of schemas, not an object; it is ignored")]
    [InlineData("required: true", "DARI004 5:17 #/components/schemas/S/required should be a list of names on the object that has this property, not a boolean; it is ignored")]
    [InlineData("required: name", "DARI004 5:17 #/components/schemas/S/required should be a list, not 'name'; it is ignored")]
    [InlineData("required: [[a]]", "DARI004 5:18 #/components/schemas/S/required/0 should be the name of a property, not a list; it is ignored")]
    [InlineData("enum: { a: b }", "DARI004 5:13 #/components/schemas/S/enum should be a list, not an object; it is ignored")]
    [InlineData("minimum: low", "DARI004 5:16 #/components/schemas/S/minimum should be a number, not 'low'; it is ignored")]
    [InlineData("minLength: -1", "DARI004 5:18 #/components/schemas/S/minLength should be a count, not a number; it is ignored")]
    [InlineData("description: [a]", "DARI004 5:20 #/components/schemas/S/description should be a string, not a list; it is ignored")]
    [InlineData("items: text", "DARI004 5:14 #/components/schemas/S/items should be a schema, not 'text'; it is ignored")]
    [InlineData("items: string", "DARI013 5:14 #/components/schemas/S/items should be a schema, not 'string'; it is read as a schema of type string")]
    [InlineData("discriminator: [a]", "DARI004 5:22 #/components/schemas/S/discriminator should be a discriminator, not a list; it is ignored")]
    [InlineData("discriminator: {}", "DARI007 5:22 #/components/schemas/S/discriminator was left out: it names no property")]
    public void A_broken_keyword_costs_that_keyword(string keyword, string problem)
    {
        Reading<ApiSchema> reading = Reading.Schema(keyword + "\ntitle: still here");

        reading.Value.Title.ShouldBe("still here");
        reading.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("'#/components/schemas/Cat'", "Cat")]
    [InlineData("Cat", "Cat")]
    [InlineData("my.Cat-1", "my.Cat-1")]
    public void A_mapping_names_a_schema_or_refers_to_it(string value, string name)
    {
        ApiDocument document = Reading.Clean($$"""
            openapi: 3.1.0
            components:
              schemas:
                Pet:
                  discriminator: { propertyName: kind, mapping: { c: {{value}} }, defaultMapping: {{value}} }
                Cat: { type: object }
                my.Cat-1: { type: object }
            """);

        ApiDiscriminator discriminator = document.Schemas[0].Schema.Discriminator!;
        discriminator.PropertyName.ShouldBe("kind");
        discriminator.Mapping.Single().Value.ShouldBe("c");
        discriminator.Mapping.Single().Target.ComponentName.ShouldBe(name);
        discriminator.DefaultMapping!.ComponentName.ShouldBe(name);
    }

    [Fact]
    public void A_case_that_leads_nowhere_is_left_out()
    {
        Reading<ApiSchema> reading = Reading.Schema("discriminator: { propertyName: kind, mapping: { a: Nobody, b: S } }");

        reading.Value.Discriminator!.Mapping.Single().Value.ShouldBe("b");
        reading.Problems.ShouldBe(
            ["DARI003 5:58 'Nobody' cannot be resolved from #/components/schemas/S/discriminator/mapping/a; this case is left out"]);
    }

    [Fact]
    public void Schemas_that_share_an_anchor_stay_two()
    {
        ApiDocument document = Reading.Clean("""
            openapi: 3.1.0
            components: { schemas: { A: &a { properties: { x: { type: string } } }, B: *a } }
            """);

        document.Schemas.Select(named => named.Schema.ComponentName).ShouldBe(["A", "B"]);
        document.Schemas[1].Schema.ShouldNotBeSameAs(document.Schemas[0].Schema);
        document.Schemas[1].Schema.Properties[0].Schema.ShouldBeSameAs(document.Schemas[0].Schema.Properties[0].Schema);
    }
}
