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

    /// <summary>The two methods of a converter that lacks one of the static ones; the others inherit them.</summary>
    public static Code Overrides(Identifier type, JsonUse use) => Code.LineWhen(use != JsonUse.Both, $$"""
        public override {{type}} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => {{Reading(type, use)}};

        public override void Write(Utf8JsonWriter writer, {{type}} value, JsonSerializerOptions options) =>
            {{Writing(type, use)}};
        """);

    public static Code Reader(JsonUse use, Code reader) => Code.LineWhen((use & JsonUse.Read) != 0, reader);

    public static Code Writer(JsonUse use, Code writer) => Code.LineWhen((use & JsonUse.Write) != 0, writer);

    private static Code Reading(Identifier type, JsonUse use) => Code.Either(
        (use & JsonUse.Read) != 0, $"Read(ref reader)", Lacking(type, "no operation receives it"));

    private static Code Writing(Identifier type, JsonUse use) => Code.Either(
        (use & JsonUse.Write) != 0, $"JsonOutput.Write(writer, value, Write)", Lacking(type, "no operation sends it"));

    private static Code Lacking(Identifier type, string why) =>
        $"throw new NotSupportedException({Literal.String(type.Plain + " has no code for this: " + why + ", and the client is Lean.")})";
}
