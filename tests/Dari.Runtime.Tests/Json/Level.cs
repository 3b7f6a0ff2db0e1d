using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

/// <summary>An enumeration as the generator writes them.</summary>
public readonly record struct Level(string Value);

public sealed class LevelJson : StructConverter<Level, LevelJson>, IJsonCode<Level>
{
    public static Level Read(ref Utf8JsonReader reader) => new(JsonRead.String(ref reader));

    public static void Write(JsonOutput writer, Level value) => JsonWrite.StringValue(writer, value.Value);
}
