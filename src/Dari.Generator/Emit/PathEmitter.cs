using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The path of an operation as an interpolated string, read as in the document.</summary>
internal static class PathEmitter
{
    public static Code Path(OperationModel operation, ClientScope scope)
    {
        Code parts = Code.Join("", operation.Path.Select(part => Part(part, scope)));
        return $"${Quote}{parts}{Quote}";
    }

    private static Literal Quote => Literal.Comment("\"");

    private static Code Part(PathPartModel part, ClientScope scope) => part.Parameter switch
    {
        // A colon, as global:: has it, would begin a format.
        { } parameter when scope.Names.IsAnyShadowed => $"{{({Hole(parameter, scope)})}}",
        { } parameter => $"{{{Hole(parameter, scope)}}}",
        null => $"{Literal.InterpolatedText(part.Text ?? "")}",
    };

    private static Code Hole(ParameterModel parameter, ClientScope scope)
    {
        var text = new WireText(scope);
        Code name = $"{parameter.Name}";
        return (parameter.Style, parameter.Value) switch
        {
            (ParameterStyle.Json, _) => text.Json(parameter.Value, name, false),
            (ParameterStyle.Label or ParameterStyle.LabelExploded, MapValue map) when text.IsSingle(map.Item) =>
                $"PathSegment.LabelMap({text.EachValue(map, name)}!, {Explode(parameter)})",
            (ParameterStyle.Label or ParameterStyle.LabelExploded, _) when IsMany(parameter.Value, text) =>
                $"PathSegment.LabelValue({name}, {WriteCode.Delegate(parameter.Value, false)}, {Explode(parameter)})",
            (ParameterStyle.Label or ParameterStyle.LabelExploded, _) =>
                $"PathSegment.Label({Values(parameter, name, text)}, {Explode(parameter)})",
            (ParameterStyle.Matrix or ParameterStyle.MatrixExploded, MapValue map) when text.IsSingle(map.Item) =>
                $"PathSegment.MatrixMap({Literal.String(parameter.WireName)}, {text.EachValue(map, name)}!, {Explode(parameter)})",
            (ParameterStyle.Matrix or ParameterStyle.MatrixExploded, _) when IsMany(parameter.Value, text) =>
                $"PathSegment.MatrixValue({Literal.String(parameter.WireName)}, {name}, {WriteCode.Delegate(parameter.Value, false)}, {Explode(parameter)})",
            (ParameterStyle.Matrix or ParameterStyle.MatrixExploded, _) =>
                $"PathSegment.Matrix({Literal.String(parameter.WireName)}, {Values(parameter, name, text)}, {Explode(parameter)})",
            (_, ListValue list) => $"PathSegment.Simple({text.EachOf(list, name)})",
            (_, MapValue map) when text.IsSingle(map.Item) => $"PathSegment.SimpleMap({text.EachValue(map, name)}!, {Explode(parameter)})",
            (_, ScalarValue { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Int64OrText or ScalarKind.Guid }) => name,
            _ when IsMany(parameter.Value, text) =>
                $"PathSegment.SimpleValue({name}, {WriteCode.Delegate(parameter.Value, false)}, {Explode(parameter)})",
            _ => text.Of(parameter.Value, name, false),
        };
    }

    private static bool IsMany(ValueModel value, WireText text) => value is not ListValue && !text.IsSingle(value);

    private static Code Values(ParameterModel parameter, Code name, WireText text) => parameter.Value switch
    {
        ListValue list => text.EachOf(list, name),
        _ => $"new[] {{ {text.Of(parameter.Value, name, false)} }}",
    };

    private static Code Explode(ParameterModel parameter)
    {
        bool isExploded = parameter.Style is ParameterStyle.LabelExploded or ParameterStyle.MatrixExploded or ParameterStyle.ObjectExploded;
        return $"explode: {Literal.Boolean(isExploded)}";
    }
}
