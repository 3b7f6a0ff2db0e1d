using System.Globalization;
using System.Linq;
using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>The JSON class of a union that is told apart by a member.</summary>
internal static class UnionJsonEmitter
{
    public static Code Converter(UnionModel model, ClientScope scope) =>
        ConverterEmitter.Class(model.Name, isStruct: false, model.Json, Members(model), scope);

    private static Code Members(UnionModel model) => Lines.Spaced(
        ConverterEmitter.Reader(model.Json, Tables(model)),
        ConverterEmitter.Overrides(model.Name, model.Json),
        ConverterEmitter.Reader(model.Json, Read(model)),
        ConverterEmitter.Writer(model.Json, Write(model)),
        ConverterEmitter.Reader(model.Json, Code.LineWhen(model.Properties.Count > 0, ReadUnknown(model))));

    private static Code Tables(UnionModel model) => Lines.Spaced(
        Lines.Spaced(model.Shared.Select((shared, index) => ObjectCasesEmitter.Field(SharedName(index), model.Name, shared.Cases, wrap: false))),
        Code.LineWhen(model.Properties.Count > 0, NameTableEmitter.Names(Own(model).Select(property => property.WireName))));

    private static Code Read(UnionModel model) => $$"""
        public static {{model.Name}} Read(ref Utf8JsonReader reader)
        {
            string? type = JsonRead.Discriminator(in reader, {{Literal.Utf8(model.Discriminator)}});
            switch (type)
            {
                {{Lines.Stacked(model.Cases.Select(one => ReadCase(model, one)))}}
                {{Lines.Stacked(model.Shared.Select(ReadShared))}}
                {{Missing(model)}}
                default:
                    {{ReturnUnknown(model)}}
            }
        }
        """;

    private static Code Missing(UnionModel model) => Code.Either(
        model.IsDiscriminatorOptional,
        $$"""
        case null:
            type = "";
            goto default;
        """,
        $$"""
        case null:
            throw JsonRead.Missing({{Literal.String(model.Discriminator)}});
        """);

    private static Code ReadCase(UnionModel model, UnionCaseModel one)
    {
        Code labels = Lines.Stacked(one.Values.Where(value => !model.Shared.Any(shared => shared.Value == value)).Select(Label));
        return Code.LineWhen(!labels.IsDrop, $$"""
            {{labels}}
                return {{one.Type}}Json.Read(ref reader);
            """);
    }

    private static Code ReadShared(SharedValueModel shared, int index) => $$"""
        {{Label(shared.Value)}}
            if ({{SharedName(index)}}.TryRead(ref reader, out var shared{{index}}))
            {
                return shared{{index}};
            }

            goto default;
        """;

    private static Identifier SharedName(int index) => Identifier.From("Shared" + index.ToString(CultureInfo.InvariantCulture));

    private static Code Label(string value) => $"case {Literal.String(value)}:";

    private static Code ReturnUnknown(UnionModel model) => Code.Either(
        model.Properties.Count > 0,
        $"return ReadUnknown(ref reader, type);",
        $"return new {model.UnknownName}(type, JsonRead.Unfit(ref reader));");

    private static Code Write(UnionModel model) => $$"""
        public static void Write(JsonOutput writer, {{model.Name}} value)
        {
            switch (value)
            {
                {{Lines.Stacked(model.Cases.Select(one => one.Type).Distinct().Select(WriteCase))}}
                case {{model.UnknownName}} known:
                    JsonWrite.AnyValue(writer, known.{{UnionEmitter.UnknownParameters(model).Json}});
                    break;
                default:
                    throw new JsonException("No case of the union " + nameof({{model.Name}}));
            }
        }
        """;

    private static Code WriteCase(Identifier type) => $$"""
        case {{type}} known:
            {{type}}Json.Write(writer, known);
            break;
        """;

    // What all known cases have, an unknown one has most likely too; where it has not, the rest must still be read.
    private static Code ReadUnknown(UnionModel model)
    {
        var nothing = new AdditionalModel(AdditionalKind.None, Identifier.From("AdditionalProperties"), null, false);
        var reading = new ObjectReading(Own(model), nothing, model.Json);
        return $$"""
            private static {{model.UnknownName}} ReadUnknown(ref Utf8JsonReader reader, string type)
            {
                Utf8JsonReader start = reader;
                JsonElement json = JsonRead.Unfit(ref start);
                {{reading.Loop()}}

                return new {{model.UnknownName}}(type, json)
                {
                    {{reading.LenientInitializers()}}
                };
            }
            """;
    }

    private static EquatableArray<PropertyModel> Own(UnionModel model) =>
        model.Properties.Where(property => property.Presence != Presence.Constant).ToEquatableArray();
}
