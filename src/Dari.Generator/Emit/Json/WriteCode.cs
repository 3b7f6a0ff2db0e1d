using System;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>Statements that write a value to the <c>JsonOutput</c> called <c>writer</c>.</summary>
internal static class WriteCode
{
    /// <summary>Writes a member of the object that is open.</summary>
    public static Code Member(string name, ValueModel value, Code expression) => value switch
    {
        _ when value is NamedValue || !IsPlain(name) => $"""
            {Name(name)}
            {Value(value, expression)};
            """,
        ScalarValue scalar => $"JsonWrite.{ScalarNames.Write(scalar.Kind)}(writer, {Literal.Utf8(name)}, {expression});",
        ListValue list => $"JsonWrite.List(writer, {Literal.Utf8(name)}, {expression}, {Delegate(list.Item, list.IsItemNullable)});",
        MapValue map => $"JsonWrite.Map(writer, {Literal.Utf8(name)}, {expression}, {Delegate(map.Item, map.IsItemNullable)});",
        _ => throw Unknown(value),
    };

    /// <summary>Whether one call writes a member of such a presence.</summary>
    /// <param name="property">The member.</param>
    /// <param name="use">What there is code for: the converters of models that are read and written have methods for it.</param>
    public static bool HasOptional(PropertyModel property, JsonUse use) => IsPlain(property.WireName) && property.Value switch
    {
        ScalarValue scalar => ScalarNames.HasNullable(scalar.Kind),
        NamedValue => use == JsonUse.Both,
        _ => false,
    };

    /// <summary>Writes a member that may be <c>null</c> or absent; only where <see cref="HasOptional"/>.</summary>
    public static Code Optional(PropertyModel property, Code expression)
    {
        Code arguments = $"(writer, {Literal.Utf8(property.WireName)}, {expression});";
        return property.Value switch
        {
            NamedValue named => $"{named.Name}Json.{NamedMethod(property.Presence)}{arguments}",
            _ => $"JsonWrite.{ScalarMethod(property)}{arguments}",
        };
    }

    private static Identifier NamedMethod(Presence presence) => Identifier.From(presence switch
    {
        Presence.OptionalNullable => "WriteOptionalNullable",
        Presence.Optional => "WriteOptional",
        Presence.RequiredNullable => "WriteNullable",
        _ => throw new ArgumentException("Written by Member: " + presence, nameof(presence)),
    });

    private static Identifier ScalarMethod(PropertyModel property)
    {
        string kind = ScalarNames.Write(((ScalarValue)property.Value).Kind).Text;
        return Identifier.From(property.Presence switch
        {
            Presence.OptionalNullable => "OptionalNullable" + kind,
            Presence.Optional => "Optional" + kind,

            // The method for strings writes null as null.
            Presence.RequiredNullable => kind == nameof(ScalarKind.String) ? kind : "Nullable" + kind,
            _ => throw new ArgumentException("Written by Member: " + property.Presence, nameof(property)),
        });
    }

    /// <summary>Writes a member that is <c>null</c>.</summary>
    public static Code Null(string name) => IsPlain(name) ? PlainNull(name) : OddNull(name);

    private static Code PlainNull(string name) => $"JsonWrite.Null(writer, {Literal.Utf8(name)});";

    private static Code OddNull(string name) => $"""
        {Name(name)}
        writer.WriteNullValue();
        """;

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

    private static Code Name(string name) => IsPlain(name) ? PlainName(name) : OddName(name);

    private static Code PlainName(string name) => $"JsonWrite.Name(writer, {Literal.Utf8(name)});";

    private static Code OddName(string name) => $"JsonWrite.AnyName(writer, {Literal.String(name)});";

    // What no encoder of System.Text.Json escapes, so that such a name need not be looked at when it is written.
    private static bool IsPlain(string name)
    {
        foreach (char c in name)
        {
            if (c is < ' ' or > '~' or '"' or '\\' or '&' or '\'' or '+' or '<' or '>' or '`')
            {
                return false;
            }
        }

        return true;
    }

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
