using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The struct around a value of one of several kinds.</summary>
internal static class ChoiceEmitter
{
    public static Code Shape(ChoiceModel model, ClientScope scope) => $$"""
        {{Docs.For(model.Docs)}}
        {{ObjectEmitter.Converter(model.Name)}}
        {{scope.Stamp}}
        {{scope.Access}} readonly partial record struct {{model.Name}}
        {
            internal {{model.Name}}(object? value) => Value = value;

            /// <summary>The value: one of the cases, or a <see cref="JsonElement"/> where none of them fits.</summary>
            public object? Value { get; }

            {{Lines.Stacked(Conversions(model, scope))}}

            public override string ToString() => Value?.ToString() ?? "";
        }
        """;

    // C# knows no conversion from an interface, and only one from each type: there, a method with a name.
    private static IEnumerable<Code> Conversions(ChoiceModel model, ClientScope scope)
    {
        string[] ambiguous = model.Cases.GroupBy(one => CSharpType.Key(one.Value))
            .Where(same => same.Count() > 1).Select(same => same.Key).ToArray();
        return model.Cases.Select(one => scope.IsInterface(one.Value) || ambiguous.Contains(CSharpType.Key(one.Value))
            ? Factory(model, one)
            : Operator(model, one));
    }

    private static Code Operator(ChoiceModel model, ChoiceCaseModel one) =>
        $"public static implicit operator {model.Name}({CSharpType.Of(one.Value)} value) => new((object?)value);";

    private static Code Factory(ChoiceModel model, ChoiceCaseModel one) =>
        $"public static {model.Name} From{one.Name}({CSharpType.Of(one.Value)} value) => new((object?)value);";
}
