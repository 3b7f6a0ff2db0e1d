using System.Collections.Generic;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The struct of an enumeration: a value that it does not know stays what it is.</summary>
internal static class EnumEmitter
{
    public static Code Shape(EnumModel model, ClientScope scope) => $$"""
        {{Docs.Summary(model.Docs.Summary)}}
        {{Docs.Remarks(model.Docs.Remarks)}}
        {{ValueParam(model)}}
        {{Docs.Obsolete(model.Docs)}}
        {{ObjectEmitter.Converter(model.Name)}}
        {{scope.Stamp}}
        {{scope.Access}} readonly partial record struct {{model.Name}}({{CSharpType.Of(model.Kind)}} Value)
        {
            {{Constants(model)}}

            public override string ToString() => {{Text(model)}};
        }
        """;

    private static Code ValueParam(EnumModel model) =>
        Code.LineWhen(Docs.HasText(model.Docs.Summary), $"/// <param name=\"Value\">The value on the wire.</param>");

    // Where the document says nothing of a value, its name and text are all there is to say: a table, without comments.
    private static Code Constants(EnumModel model) => model.Values.Any(value => Docs.HasText(value.Description))
        ? Lines.Spaced(Values(model))
        : Lines.Stacked(Values(model));

    private static IEnumerable<Code> Values(EnumModel model)
    {
        var taken = new HashSet<string>(model.Values.Select(value => value.Name.Plain)) { "Value" };
        foreach (EnumValueModel value in model.Values)
        {
            string constant = value.Name.Plain + "Value";
            while (!taken.Add(constant))
            {
                constant += "Text";
            }

            yield return Value(model, value, Identifier.From(constant));
        }
    }

    private static Code Value(EnumModel model, EnumValueModel value, Identifier constant) => $$"""
        {{Docs.Summary(value.Description)}}
        public static {{model.Name}} {{value.Name}} => new({{constant}});
        {{Code.LineWhen(Docs.HasText(value.Description), $"/// <inheritdoc cref=\"{value.Name}\"/>")}}
        public const {{CSharpType.Of(model.Kind)}} {{constant}} = {{Wire(model, value)}};
        """;

    private static Literal Wire(EnumModel model, EnumValueModel value) => PropertyEmitter.LiteralOf(new ConstantModel(model.Kind, value.Wire));

    private static Code Text(EnumModel model) =>
        Code.Either(model.Kind == ScalarKind.String, $"Value ?? \"\"", $"Value.ToString(CultureInfo.InvariantCulture)");
}
