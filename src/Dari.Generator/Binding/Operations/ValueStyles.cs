using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>How a value is written outside of JSON: what the document says of its style, for what the value is.</summary>
internal static class ValueStyles
{
    /// <param name="style">What the document says, or the style that counts where it says nothing.</param>
    /// <param name="explode">Likewise.</param>
    /// <param name="value">The type of the value.</param>
    /// <param name="isChoice">It may be a list or an object or neither: the value decides when it is there.</param>
    public static ParameterStyle Of(ApiParameterStyle style, bool explode, ValueModel value, bool isChoice)
    {
        bool isMany = isChoice
            || value is MapValue or ScalarValue { Kind: ScalarKind.Object or ScalarKind.Any } or NamedValue { IsValueType: false };
        return (style, value is ListValue, isMany, explode) switch
        {
            (ApiParameterStyle.Label, _, _, false) => ParameterStyle.Label,
            (ApiParameterStyle.Label, _, _, true) => ParameterStyle.LabelExploded,
            (ApiParameterStyle.Matrix, _, _, false) => ParameterStyle.Matrix,
            (ApiParameterStyle.Matrix, _, _, true) => ParameterStyle.MatrixExploded,
            (ApiParameterStyle.DeepObject, true, _, _) or (ApiParameterStyle.DeepObject, _, true, _) => ParameterStyle.DeepObject,
            (ApiParameterStyle.Form or ApiParameterStyle.Simple, _, true, true) => ParameterStyle.ObjectExploded,
            (ApiParameterStyle.SpaceDelimited, _, true, _) => ParameterStyle.ObjectSpace,
            (ApiParameterStyle.PipeDelimited, _, true, _) => ParameterStyle.ObjectPipe,
            (_, _, true, _) => ParameterStyle.ObjectComma,
            (ApiParameterStyle.Simple, true, _, _) => ParameterStyle.Comma,
            (_, true, _, true) => ParameterStyle.Multi,
            (ApiParameterStyle.SpaceDelimited, true, _, _) => ParameterStyle.Space,
            (ApiParameterStyle.PipeDelimited, true, _, _) => ParameterStyle.Pipe,
            (ApiParameterStyle.TabDelimited, true, _, _) => ParameterStyle.Tab,
            (_, true, _, _) => ParameterStyle.Comma,
            _ => ParameterStyle.Plain,
        };
    }
}
