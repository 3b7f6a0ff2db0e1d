using System;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Expressions that make text of a value outside of JSON: in paths, queries, headers and forms.</summary>
internal sealed class WireText(ClientScope scope)
{
    /// <summary>A <c>string?</c>; <see langword="null"/> when the value is.</summary>
    public Code Of(ValueModel value, Code expression, bool isNullable) => value switch
    {
        ScalarValue scalar => Scalar(scalar.Kind, expression),
        NamedValue named when scope.Find(named.Name) is EnumModel model => Enum(model, expression, isNullable),
        NamedValue named when scope.Find(named.Name) is ChoiceModel => Guarded(value, expression, isNullable, Element),
        _ => Json(value, expression, isNullable),
    };

    /// <summary>The JSON text of the value.</summary>
    public Code Json(ValueModel value, Code expression, bool isNullable) => Guarded(value, expression, isNullable, Json);

    /// <summary>Whether a value is a text, a number or the like, so that lists and maps of such have styles.</summary>
    public bool IsSingle(ValueModel value) => value switch
    {
        ScalarValue scalar => scalar.Kind is not (ScalarKind.Any or ScalarKind.Object),
        NamedValue named => scope.Find(named.Name) is EnumModel,
        _ => false,
    };

    /// <summary>A value that may be an object or a list, as one text.</summary>
    public Code Simple(ValueModel value, Code expression, bool isNullable, bool explode) => Guarded(
        value, expression, isNullable, (one, present) => $"Wire.Simple({present}, {WriteCode.Delegate(one, false)}, explode: {Literal.Boolean(explode)})");

    /// <summary>A list in one text, its items parted by commas.</summary>
    public Code Commas(ListValue list, Code expression, bool isNullable) =>
        Guarded(list, expression, isNullable, (_, present) => $"string.Join(\",\", {EachOf(list, present)})");

    /// <summary>An <c>IEnumerable&lt;string?&gt;?</c> of the texts of a list's items.</summary>
    public Code Each(ListValue list, Code expression) => list.Item switch
    {
        ScalarValue { Kind: ScalarKind.String } => expression,
        _ => $"Wire.Each({expression}, static item => {Of(list.Item, $"item", list.IsItemNullable)})",
    };

    /// <summary>The same of a list that is there.</summary>
    public Code EachOf(ListValue list, Code expression) => $"{Each(list, expression)}!";

    /// <summary>The same of a map's values, with their names.</summary>
    public Code EachValue(MapValue map, Code expression) =>
        $"Wire.EachValue({expression}, static item => {Of(map.Item, $"item", map.IsItemNullable)})";

    private static Code Scalar(ScalarKind kind, Code expression) => kind switch
    {
        ScalarKind.String => expression,
        ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Int64OrText => $"Wire.Integer({expression})",
        ScalarKind.UInt32 or ScalarKind.UInt64 => $"Wire.UnsignedInteger({expression})",
        ScalarKind.Double or ScalarKind.DoubleOrText => $"Wire.Number({expression})",
        ScalarKind.Any => $"Wire.Element({expression})",
        ScalarKind.Object => Json(new ScalarValue(kind), expression),
        ScalarKind.File => throw new ArgumentException("A file has no text", nameof(kind)),
        _ => $"Wire.{ScalarNames.Write(kind)}({expression})",
    };

    private static Code Enum(EnumModel model, Code expression, bool isNullable) =>
        Scalar(model.Kind, Code.Either(isNullable, $"{expression}?.Value", $"{expression}.Value"));

    // The runtime's methods take T?, which of a struct is the struct itself.
    private static Code Json(ValueModel value, Code expression) => $"Wire.Json({expression}, {WriteCode.Delegate(value, false)})";

    private static Code Element(ValueModel value, Code expression) =>
        $"Wire.Element(AnyJson.FromModel({expression}, {WriteCode.Delegate(value, false)}))";

    private static Code Guarded(ValueModel value, Code expression, bool isNullable, Func<ValueModel, Code, Code> text)
    {
        if (!isNullable)
        {
            return text(value, expression);
        }

        Code present = Code.Either(CSharpType.Of(value).IsValueType, $"{expression}.Value", expression);
        return $"({expression} is null ? null : {text(value, present)})";
    }
}
