using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>The JSON class of an enumeration.</summary>
internal static class EnumJsonEmitter
{
    public static Code Converter(EnumModel model, ClientScope scope) =>
        ConverterEmitter.Class(model.Name, isStruct: true, JsonUse.Both, model.Kind == ScalarKind.String ? Text(model) : Number(model), scope);

    private static Code Text(EnumModel model) => $$"""
        {{NameTableEmitter.Known(model.Values.Select(value => value.Wire))}}

        public static {{model.Name}} Read(ref Utf8JsonReader reader) => new(Known.Read(ref reader));

        public static void Write(JsonOutput writer, {{model.Name}} value) => JsonWrite.StringValue(writer, value.Value);
        """;

    private static Code Number(EnumModel model) => $$"""
        public static {{model.Name}} Read(ref Utf8JsonReader reader) => new({{ReadCode.Expression(new ScalarValue(model.Kind))}});

        public static void Write(JsonOutput writer, {{model.Name}} value) => {{WriteCode.Value(new ScalarValue(model.Kind), $"value.Value")}};
        """;
}
