namespace Dari.Generator.Tests.Snapshots;

/// <summary>What schemas become, one feature each.</summary>
public sealed class ModelSnapshots
{
    private static readonly string[] Models = ["/Models/"];

    [Fact]
    public Task Object_with_every_presence() => Snapshot.Of("""
        components:
          schemas:
            Upload:
              description: A file sent into a sandbox.
              type: object
              required: [id, expires_at]
              properties:
                id: { type: string, description: Its id. }
                expires_at: { type: [string, 'null'], format: date-time, description: When it is given up. }
                size: { type: integer, description: In bytes. }
                note: { type: [string, 'null'], description: A note. }
                tags: { type: array, items: { type: [string, 'null'] }, description: Tags. }
                counts: { type: object, additionalProperties: { type: integer }, description: Counts. }
        """, Models);

    [Fact]
    public Task Enum_with_unknown_values_is_an_open_struct() => Snapshot.Of("""
        components:
          schemas:
            UploadStatus: { type: string, enum: [pending, ready], description: How far an upload has come. }
        """, Models);

    [Fact]
    public Task Union_with_a_discriminator() => Snapshot.Of("""
        components:
          schemas:
            Source:
              description: Where files come from.
              oneOf: [{ $ref: '#/components/schemas/GitSource' }, { $ref: '#/components/schemas/ZipSource' }]
              discriminator: { propertyName: type, mapping: { git: '#/components/schemas/GitSource', zip: '#/components/schemas/ZipSource' } }
            GitSource:
              description: A repository.
              type: object
              required: [type, url]
              properties:
                type: { const: git, description: Always git. }
                url: { type: string, format: uri, description: Where it is. }
            ZipSource:
              description: An archive.
              type: object
              required: [type]
              properties:
                type: { const: zip, description: Always zip. }
        """, Models);

    [Fact]
    public Task Choice_without_a_discriminator() => Snapshot.Of("""
        components:
          schemas:
            Content:
              description: A text, texts, or a part.
              anyOf: [{ type: string }, { type: array, items: { type: string } }, { $ref: '#/components/schemas/Part' }]
            Part:
              description: A part.
              type: object
              required: [data]
              properties:
                data: { type: string, format: byte, description: The data. }
        """, Models);

    [Fact]
    public Task Members_that_a_schema_does_not_name() => Snapshot.Of("""
        components:
          schemas:
            Closed: { description: No others., type: object, additionalProperties: false, properties: { a: { type: string, description: A. } } }
            Typed: { description: Numbers., type: object, additionalProperties: { type: number }, properties: { a: { type: string, description: A. } } }
        """, Models);

    [Fact]
    public Task Deprecated_and_secret_and_undocumented_members() => Snapshot.Of("""
        components:
          schemas:
            Login:
              type: object
              required: [user]
              properties:
                user: { type: string, deprecated: true, description: Who. }
                password: { type: string, format: password }
                old: { type: string, deprecated: true, description: Gone. }
        """, Models);
}
