using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>The JSON class of an object.</summary>
internal static class ObjectJsonEmitter
{
    public static Code Converter(ObjectModel model, ClientScope scope) => ConverterEmitter.Class(model.Name, Members(model), scope);

    private static Code Members(ObjectModel model)
    {
        var reading = new ObjectReading(model.Properties, model.Additional);
        var writing = new ObjectWriting(model.Properties, model.Additional);
        return $$"""
            {{NameTableEmitter.Names(model.Properties.Select(property => property.WireName))}}

            {{ConverterEmitter.Overrides(model.Name)}}

            public static {{model.Name}} Read(ref Utf8JsonReader reader)
            {
                {{reading.Loop()}}

                return new {{model.Name}}
                {
                    {{reading.Initializers()}}
                };
            }

            public static void Write(JsonOutput writer, {{model.Name}} value)
            {
                writer.WriteStartObject();
                {{writing.Statements()}}
                writer.WriteEndObject();
            }
            """;
    }
}
