using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>The JSON class of a choice: reads by the kind of the value, objects by their members.</summary>
internal static class ChoiceJsonEmitter
{
    public static Code Converter(ChoiceModel model, ClientScope scope) =>
        ConverterEmitter.Class(model.Name, isStruct: true, model.Json, Members(model), scope);

    private static Code Members(ChoiceModel model) => Lines.Spaced(
        ConverterEmitter.Reader(model.Json, ObjectTable(model)),
        ConverterEmitter.Overrides(model.Name, model.Json),
        ConverterEmitter.Reader(model.Json, Read(model)),
        ConverterEmitter.Writer(model.Json, Write(model)));

    private static Code Read(ChoiceModel model) => $$"""
        public static {{model.Name}} Read(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                {{Lines.Stacked(Tokens(model))}}
            }

            return new {{model.Name}}(JsonRead.Unfit(ref reader));
        }
        """;

    private static IEnumerable<Code> Tokens(ChoiceModel model)
    {
        yield return Token($"case JsonTokenType.String:", model, JsonKind.String);
        yield return Token($"case JsonTokenType.Number:", model, JsonKind.Integer, JsonKind.Number);
        yield return Token($"case JsonTokenType.True or JsonTokenType.False:", model, JsonKind.Boolean);
        yield return Token($"case JsonTokenType.StartArray:", model, JsonKind.Array);
        yield return Objects(model);
        yield return $$"""
            default:
                break;
            """;
    }

    private static Code Token(Code label, ChoiceModel model, params JsonKind[] kinds)
    {
        Code tries = Lines.Stacked(model.Cases.Select((one, index) => (One: one, Index: index))
            .Where(entry => kinds.Contains(entry.One.Kind))
            .Select(entry => Try(model, entry.One, entry.Index)));
        return Code.LineWhen(!tries.IsDrop, $$"""
            {{label}}
                {{tries}}
                break;
            """);
    }

    private static Code Try(ChoiceModel model, ChoiceCaseModel one, int index) => $$"""
        if (JsonRead.TryRead(ref reader, {{ReadCode.Delegate(one.Value, false)}}, out var case{{index}}))
        {
            return new {{model.Name}}(case{{index}});
        }

        """;

    private static Code Objects(ChoiceModel model) => Code.LineWhen(ObjectCases(model).Any(), $$"""
        case JsonTokenType.StartObject:
            if (Cases.TryRead(ref reader, out var picked))
            {
                return picked;
            }

            break;
        """);

    private static Code ObjectTable(ChoiceModel model) => Code.LineWhen(
        ObjectCases(model).Any(), ObjectCasesEmitter.Field(Identifier.From("Cases"), model.Name, ObjectCases(model), wrap: true));

    private static IEnumerable<ObjectCaseModel> ObjectCases(ChoiceModel model) => model.Cases.Select(one => one.Object).OfType<ObjectCaseModel>();

    private static Code Write(ChoiceModel model) => $$"""
        public static void Write(JsonOutput writer, {{model.Name}} value)
        {
            {{Code.Join("\nelse ", DistinctTypes(model).Select(WriteCase))}}
            else
            {
                JsonWrite.AnyValue(writer, value.Value is JsonElement other ? other : default);
            }
        }
        """;

    // A chain and not a switch: a type that covers a later one would not compile there.
    private static Code WriteCase(ChoiceCaseModel one, int index) => $$"""
        if (value.Value is {{CSharpType.Of(one.Value)}} case{{index}})
        {
            {{WriteCode.Value(one.Value, $"case{index}")}};
        }
        """;

    private static IEnumerable<ChoiceCaseModel> DistinctTypes(ChoiceModel model) =>
        model.Cases.GroupBy(one => CSharpType.Key(one.Value)).Select(same => same.First());
}
