using System;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>Statements that write a value to the <c>Utf8JsonWriter</c> called <c>writer</c>.</summary>
internal static class WriteCode
{
    /// <summary>Writes a member of the object that is open.</summary>
    public static Code Member(string name, ValueModel value, Code expression) => value switch
    {
        ScalarValue scalar => $"JsonWrite.{ScalarNames.Write(scalar.Kind)}(writer, {Literal.Utf8(name)}, {expression});",
        NamedValue named => $$"""
            JsonWrite.Name(writer, {{Literal.Utf8(name)}});
            {{named.Name}}Json.Write(writer, {{expression}});
            """,
        ListValue list => $"JsonWrite.List(writer, {Literal.Utf8(name)}, {expression}, {Delegate(list.Item, list.IsItemNullable)});",
        MapValue map => $"JsonWrite.Map(writer, {Literal.Utf8(name)}, {expression}, {Delegate(map.Item, map.IsItemNullable)});",
        _ => throw Unknown(value),
    };

    /// <summary>Writes a bare value; an expression, without semicolon.</summary>
    public static Code Value(ValueModel value, Code expression) => value switch
    {
        ScalarValue scalar => $"JsonWrite.{ScalarNames.Write(scalar.Kind)}Value(writer, {expression})",
        NamedValue named => $"{named.Name}Json.Write(writer, {expression})",
        ListValue list => $"JsonWrite.ListValue(writer, {expression}, {Delegate(list.Item, list.IsItemNullable)})",
        MapValue map => $"JsonWrite.MapValue(writer, {expression}, {Delegate(map.Item, map.IsItemNullable)})",
        _ => throw Unknown(value),
    };

    /// <summary>A <c>WriteJson&lt;T&gt;</c>: a method where there is one, else a lambda.</summary>
    public static Code Delegate(ValueModel value, bool isNullable) => value switch
    {
        _ when isNullable => OrNull(value),
        ScalarValue scalar => $"JsonWrite.{ScalarNames.Write(scalar.Kind)}Value",
        NamedValue named => $"{named.Name}Json.Write",
        _ => $"static (writer, value) => {Value(value, $"value")}",
    };

    private static Code OrNull(ValueModel value) => $$"""
        static (writer, value) =>
        {
            if (value is { } present)
            {
                {{Value(value, $"present")}};
            }
            else
            {
                writer.WriteNullValue();
            }
        }
        """;

    private static ArgumentException Unknown(ValueModel value) => new("Cannot write " + value.GetType().Name, nameof(value));
}
