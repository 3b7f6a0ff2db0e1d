using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>What all JSON classes have in common: the converter that System.Text.Json calls.</summary>
internal static class ConverterEmitter
{
    public static Code Class(Identifier type, Code members, ClientScope scope) => $$"""
        /// <summary>Reads and writes <see cref="{{type}}"/>.</summary>
        {{scope.Stamp}}
        [EditorBrowsable(EditorBrowsableState.Never)]
        {{scope.Access}} sealed class {{type}}Json : JsonConverter<{{type}}>
        {
            {{members}}
        }
        """;

    /// <summary>The two methods of the converter, which call the static ones.</summary>
    public static Code Overrides(Identifier type) => $$"""
        public override {{type}} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

        public override void Write(Utf8JsonWriter writer, {{type}} value, JsonSerializerOptions options) =>
            JsonOutput.Write(writer, value, Write);
        """;
}
