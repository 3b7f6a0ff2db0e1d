using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

/// <summary>A model as the generator writes them.</summary>
public sealed record Pet
{
    public required string Id { get; init; }

    public required long Age { get; init; }

    public string? Name { get; init; }

    public Optional<string?> Owner { get; init; }

    public IReadOnlyList<Pet>? Friends { get; init; }

    public JsonMembers? AdditionalProperties { get; init; }
}

public sealed class PetJson : ModelConverter<Pet, PetJson>, IJsonCode<Pet>
{
    private static readonly NameTable Names = new("id\nage\nname\nowner\nfriends"u8);

    public static Pet Read(ref Utf8JsonReader reader)
    {
        string? id = null;
        long? age = null;
        string? name = null;
        Optional<string?> owner = default;
        IReadOnlyList<Pet>? friends = null;
        JsonMembers? rest = null;
        JsonRead.StartObject(ref reader);
        int hint = 0;
        while (Names.Next(ref reader, ref hint, out int member))
        {
            switch (member)
            {
                case 0: id = JsonRead.String(ref reader); break;
                case 1: age = JsonRead.Int64(ref reader); break;
                case 2: name = JsonRead.IsNull(ref reader) ? null : JsonRead.String(ref reader); break;
                case 3:
                    owner = JsonRead.IsNull(ref reader)
                    ? new Optional<string?>(null)
                    : JsonRead.String(ref reader); break;
                case 4: friends = JsonRead.List(ref reader, Read); break;
                default: JsonMembers.Add(ref rest, ref reader); break;
            }
        }

        return new Pet
        {
            Id = id ?? throw JsonRead.Missing("id"),
            Age = age ?? throw JsonRead.Missing("age"),
            Name = name,
            Owner = owner,
            Friends = friends,
            AdditionalProperties = rest,
        };
    }

    public static void Write(JsonOutput writer, Pet value)
    {
        writer.WriteStartObject();
        JsonWrite.String(writer, "id"u8, value.Id);
        JsonWrite.Int64(writer, "age"u8, value.Age);
        if (value.Name is { } name)
        {
            JsonWrite.String(writer, "name"u8, name);
        }

        if (value.Owner.HasValue)
        {
            JsonWrite.String(writer, "owner"u8, value.Owner.Value);
        }

        if (value.Friends is { } friends)
        {
            JsonWrite.List(writer, "friends"u8, friends, Write);
        }

        JsonMembers.Write(writer, value.AdditionalProperties);
        writer.WriteEndObject();
    }
}
