namespace Dari.Generator.Tests.Binding;

/// <summary>Documents whose values must come back as they went in, read as the type that fits them.</summary>
public sealed class ValueBehaviourTests
{
    private const string Document = """
        paths: {}
        components:
          schemas:
            Nested:
              anyOf: [{ $ref: '#/components/schemas/Flag' }, { $ref: '#/components/schemas/Label' }, { $ref: '#/components/schemas/Deep' }, { $ref: '#/components/schemas/Open' }]
            Flag: { type: object, required: [value], properties: { value: { type: boolean } } }
            Label: { type: object, required: [value], properties: { value: { type: string } } }
            Deep: { type: object, properties: { inner: { type: object, additionalProperties: false, properties: { a: { type: string } } } } }
            Open: { type: object, properties: { inner: { type: object, properties: { b: { type: string } } } } }
            Numbered: { oneOf: [{ $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' }, { $ref: '#/components/schemas/No' }] }
            One: { type: object, required: [type], properties: { type: { type: integer, enum: [1] } } }
            Two: { type: object, required: [type], properties: { type: { type: integer, enum: [2] } } }
            No: { type: object, required: [ok], properties: { ok: { type: boolean, enum: [false] } } }
            Roles:
              oneOf: [{ $ref: '#/components/schemas/User' }, { $ref: '#/components/schemas/Assistant' }, { $ref: '#/components/schemas/Call' }]
              discriminator: { propertyName: type }
            User: { type: object, required: [type, role], properties: { type: { const: message }, role: { const: user } } }
            Assistant: { type: object, required: [type, role], properties: { type: { const: message }, role: { const: assistant } } }
            Call: { type: object, required: [type], properties: { type: { const: call } } }
            Levels:
              oneOf: [{ $ref: '#/components/schemas/Low' }, { $ref: '#/components/schemas/High' }]
              discriminator: { propertyName: level }
            Low: { type: object, required: [level], properties: { level: { type: integer, enum: [1] } } }
            High: { type: object, properties: { level: { type: integer, enum: [2] } } }
            Beside:
              type: object
              required: [name, type]
              properties: { name: { type: string }, type: { type: string } }
              oneOf:
                - { type: object, properties: { type: { const: cron }, config: { type: object, required: [schedule], properties: { schedule: { type: string } } } } }
                - { type: object, properties: { type: { const: hook }, config: { type: object, required: [url], properties: { url: { type: string } } } } }
            Repeated:
              type: object
              required: [type]
              properties: { type: { type: string } }
              discriminator: { propertyName: type, mapping: { photo: '#/components/schemas/Photo', video: '#/components/schemas/Video' } }
              oneOf: [{ $ref: '#/components/schemas/Photo' }, { $ref: '#/components/schemas/Video' }]
            Photo: { type: object, properties: { type: { type: string, enum: [photo] }, width: { type: integer } } }
            Video: { type: object, properties: { type: { type: string, enum: [video] }, length: { type: integer } } }
            Mixed: { anyOf: [{ type: string, enum: [''] }, { type: string, enum: [now] }, { type: integer }, { type: number }, { type: 'null' }] }
            Lists: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { items: { type: array, items: { properties: { b: { type: string } } } } } }] }
            Base: { type: object, properties: { items: { type: array, items: { type: object, required: [a], properties: { a: { type: string } } } } } }
            Shape:
              type: object
              required: [kind]
              properties: { kind: { type: string } }
              discriminator: { propertyName: kind }
            Person:
              type: object
              properties: { kind: { type: string }, name: { type: string } }
              discriminator: { propertyName: kind }
            Adult: { allOf: [{ $ref: '#/components/schemas/Person' }, { type: object, properties: { children: { type: integer } } }] }
            Household: { oneOf: [{ type: string }, { $ref: '#/components/schemas/Adult' }, { type: object, properties: { city: { type: string } } }] }
            Undeclared:
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Fish' }]
              discriminator: { propertyName: species }
            Cat: { type: object, properties: { lives: { type: integer } } }
            Fish: { type: object, properties: { species: { type: [string, 'null'] }, fins: { type: integer } } }
            Numeric: { type: [integer, number] }
            Daily: { type: object, required: [every], properties: { every: { type: string, enum: [day, week] }, at: { type: integer } } }
            Both: { oneOf: [{ $ref: '#/components/schemas/Daily' }, { $ref: '#/components/schemas/Fish' }], discriminator: { propertyName: every, mapping: { sub: '#/components/schemas/Daily' } } }
            Circle: { allOf: [{ allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, required: [size, name], properties: { size: { type: integer }, name: { type: string } } }] }, { description: Round. }] }
        """;

    private static readonly Lazy<Emit.EmittedClient> Client = new(() => Emit.EmittedClient.Of(BinderHost.Bind(Document).Value!));

    [Theory]
    [InlineData("Nested", """{"value":true}""", "Flag")]
    [InlineData("Nested", """{"value":"true"}""", "Label")]
    [InlineData("Nested", """{"value":1}""", "Deep")]
    [InlineData("Nested", """{"inner":{"a":"x"}}""", "Deep")]
    [InlineData("Nested", """{"inner":{"b":"x"}}""", "Open")]
    [InlineData("Nested", """{"inner":{"c":"x"}}""", "Open")]
    [InlineData("Numbered", """{"type":1}""", "One")]
    [InlineData("Numbered", """{"type":2}""", "Two")]
    [InlineData("Numbered", """{"type":3}""", "JsonElement")]
    [InlineData("Numbered", """{"ok":false}""", "No")]
    [InlineData("Numbered", """{"ok":true}""", "JsonElement")]
    [InlineData("Roles", """{"type":"message","role":"user"}""", "User")]
    [InlineData("Roles", """{"type":"message","role":"assistant"}""", "Assistant")]
    [InlineData("Roles", """{"type":"message","role":"system"}""", "UnknownRoles")]
    [InlineData("Roles", """{"type":"call"}""", "Call")]
    [InlineData("Levels", """{"level":1}""", "Low")]
    [InlineData("Levels", """{"level":2}""", "High")]
    [InlineData("Levels", """{"level":3}""", "UnknownLevels")]
    [InlineData("Repeated", """{"type":"photo","width":1}""", "Photo")]
    [InlineData("Repeated", """{"type":"video","length":1}""", "Video")]
    [InlineData("Shape", """{"kind":"Circle","size":1,"name":"a"}""", "Circle")]
    [InlineData("Shape", """{"kind":"Square"}""", "UnknownShape")]
    [InlineData("Person", """{"name":"a"}""", "UnknownPerson")]
    [InlineData("Person", """{"kind":"Adult","name":"a","children":1}""", "Adult")]
    [InlineData("Adult", """{"name":"a","children":1}""", "Adult")]
    [InlineData("Adult", """{"kind":"a kind of adult","children":1}""", "Adult")]
    [InlineData("Household", """{"children":1}""", "Adult")]
    [InlineData("Household", """{"city":"a"}""", "HouseholdCity")]
    [InlineData("Undeclared", """{"species":"Cat","lives":9}""", "Cat")]
    [InlineData("Undeclared", """{"lives":9}""", "UnknownUndeclared")]
    [InlineData("Cat", """{"lives":9}""", "Cat")]
    [InlineData("Fish", """{"species":null,"fins":2}""", "Fish")]
    [InlineData("Numeric", "9223372036854775807", "Int64")]
    [InlineData("Numeric", "0.5", "Double")]
    [InlineData("Daily", """{"every":"week","at":1}""", "Daily")]
    [InlineData("Both", """{"every":"sub","at":1}""", "Daily")]
    [InlineData("Mixed", "\"now\"", "MixedText")]
    [InlineData("Mixed", "9223372036854775807", "Int64")]
    [InlineData("Mixed", "0.5", "Double")]
    public void A_value_is_read_as_the_case_that_fits_and_comes_back(string type, string json, string expected)
    {
        (object value, string written) = Trip(type, json);

        written.ShouldBe(json);
        object? inner = value.GetType().GetProperty("Value") is { } property && value.GetType().IsValueType ? property.GetValue(value) : value;
        inner!.GetType().Name.ShouldBe(expected);
    }

    [Theory]
    [InlineData("Beside", """{"name":"a","type":"cron","config":{"schedule":"daily"}}""")]
    [InlineData("Beside", """{"name":"a","type":"hook","config":{"url":"u"}}""")]
    [InlineData("Beside", """{"name":"a","type":"new"}""")]
    [InlineData("Lists", """{"items":[{"a":"x","b":"y"}]}""")]
    public void A_value_comes_back(string type, string json) => Trip(type, json).Written.ShouldBe(json);

    private static (object Value, string Written) Trip(string type, string json) =>
        (Client.Value.Read("Pets." + type, json), Client.Value.RoundTrip("Pets." + type, json));
}
