using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>What all JSON classes have in common: the converter that System.Text.Json calls.</summary>
internal static class ConverterEmitter
{
    public static Code Class(Identifier type, Code members, ClientScope scope) => $$"""
        /// <summary>Reads and writes {{Reference(type)}}.</summary>
        {{scope.Stamp}}
        [EditorBrowsable(EditorBrowsableState.Never)]
        {{scope.Access}} sealed class {{type}}Json : JsonConverter<{{type}}>
        {
            {{members}}
        }
        """;

    // Where the type is called as a method of the class, a reference would mean either.
    private static Code Reference(Identifier type) => Code.Either(type.Plain is "Read" or "Write", $"<c>{type}</c>", $"<see cref=\"{type}\"/>");

    /// <summary>The two methods of the converter, which call the static ones where these are there.</summary>
    public static Code Overrides(Identifier type, JsonUse use = JsonUse.Both) => $$"""
        public override {{type}} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => {{Reading(type, use)}};

        public override void Write(Utf8JsonWriter writer, {{type}} value, JsonSerializerOptions options) =>
            {{Writing(type, use)}};
        """;

    public static Code Reader(JsonUse use, Code reader) => Code.LineWhen((use & JsonUse.Read) != 0, reader);

    public static Code Writer(JsonUse use, Code writer) => Code.LineWhen((use & JsonUse.Write) != 0, writer);

    private static Code Reading(Identifier type, JsonUse use) => Code.Either(
        (use & JsonUse.Read) != 0, $"Read(ref reader)", Lacking(type, "no operation receives it"));

    private static Code Writing(Identifier type, JsonUse use) => Code.Either(
        (use & JsonUse.Write) != 0, $"JsonOutput.Write(writer, value, Write)", Lacking(type, "no operation sends it"));

    private static Code Lacking(Identifier type, string why) =>
        $"throw new NotSupportedException({Literal.String(type.Plain + " has no code for this: " + why + ", and the client is Lean.")})";
}
