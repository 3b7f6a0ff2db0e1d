using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>The JSON class of an object.</summary>
internal static class ObjectJsonEmitter
{
    public static Code Converter(ObjectModel model, ClientScope scope) =>
        ConverterEmitter.Class(model.Name, isStruct: false, model.Json, Members(model), scope);

    private static Code Members(ObjectModel model) => Lines.Spaced(
        ConverterEmitter.Reader(model.Json, NameTableEmitter.Names(model.Properties.Select(property => property.WireName))),
        ConverterEmitter.Overrides(model.Name, model.Json),
        ConverterEmitter.Reader(model.Json, Read(model)),
        ConverterEmitter.Writer(model.Json, Write(model)));

    private static Code Read(ObjectModel model)
    {
        var reading = new ObjectReading(model.Properties, model.Additional, model.Json);
        return $$"""
            public static {{model.Name}} Read(ref Utf8JsonReader reader)
            {
                {{reading.Loop()}}

                return new {{model.Name}}
                {
                    {{reading.Initializers()}}
                };
            }
            """;
    }

    private static Code Write(ObjectModel model) => $$"""
        public static void Write(JsonOutput writer, {{model.Name}} value)
        {
            writer.WriteStartObject();
            {{new ObjectWriting(model.Properties, model.Additional, model.Json).Statements()}}
            writer.WriteEndObject();
        }
        """;
}
