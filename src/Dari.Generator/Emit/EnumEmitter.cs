using System.Collections.Generic;
using System.Linq;
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
            {{Lines.Spaced(Values(model))}}

            /// <inheritdoc/>
            public override string ToString() => {{Text(model)}};
        }
        """;

    private static Code ValueParam(EnumModel model) =>
        Code.LineWhen(Docs.HasText(model.Docs.Summary), $"/// <param name=\"Value\">The value on the wire.</param>");

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
        {{Docs.Summary(Docs.First(value.Description, "The value `" + value.Wire + "`."))}}
        public static {{model.Name}} {{value.Name}} => new({{constant}});
        /// <inheritdoc cref="{{value.Name}}"/>
        public const {{CSharpType.Of(model.Kind)}} {{constant}} = {{Wire(model, value)}};
        """;

    private static Literal Wire(EnumModel model, EnumValueModel value) => PropertyEmitter.LiteralOf(new ConstantModel(model.Kind, value.Wire));

    private static Code Text(EnumModel model) =>
        Code.Either(model.Kind == ScalarKind.String, $"Value ?? \"\"", $"Value.ToString(CultureInfo.InvariantCulture)");
}
