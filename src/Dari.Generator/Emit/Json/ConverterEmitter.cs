using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>What all JSON classes have in common: the converter that System.Text.Json calls.</summary>
internal static class ConverterEmitter
{
    public static Code Class(Identifier type, bool isStruct, JsonUse use, Code members, ClientScope scope) => $$"""
        {{scope.Stamp}}
        [EditorBrowsable(EditorBrowsableState.Never)]
        {{scope.Access}} sealed class {{type}}Json : {{Base(type, isStruct, use)}}
        {
            {{members}}
        }
        """;

    private static Code Base(Identifier type, bool isStruct, JsonUse use)
    {
        Code name = Code.Either(isStruct, $"StructConverter", $"ModelConverter");
        return Code.Either(use == JsonUse.Both, $"{name}<{type}, {type}Json>, IJsonCode<{type}>", $"{name}<{type}>");
    }

    /// <summary>The method that a converter has which only reads or only writes; the others inherit all.</summary>
    public static Code Overrides(Identifier type, JsonUse use) => use switch
    {
        JsonUse.Read =>
            $"public override {type} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);",
        JsonUse.Write => $"""
            public override void Write(Utf8JsonWriter writer, {type} value, JsonSerializerOptions options) =>
                JsonOutput.Write(writer, value, Write);
            """,
        _ => Code.Drop,
    };

    public static Code Reader(JsonUse use, Code reader) => Code.LineWhen((use & JsonUse.Read) != 0, reader);

    public static Code Writer(JsonUse use, Code writer) => Code.LineWhen((use & JsonUse.Write) != 0, writer);
}
