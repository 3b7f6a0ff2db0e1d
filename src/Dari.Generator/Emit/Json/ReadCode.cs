using System;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>Expressions that read a value from the <c>Utf8JsonReader</c> called <c>reader</c>, which stands on it.</summary>
internal static class ReadCode
{
    public static Code Expression(ValueModel value) => value switch
    {
        ScalarValue scalar => $"JsonRead.{ScalarNames.Read(scalar.Kind)}(ref reader)",
        NamedValue named => $"{named.Name}Json.Read(ref reader)",
        ListValue list => $"JsonRead.List{ItemType(list.Item, list.IsItemNullable)}(ref reader, {Delegate(list.Item, list.IsItemNullable)})",
        MapValue map => $"JsonRead.Map{ItemType(map.Item, map.IsItemNullable)}(ref reader, {Delegate(map.Item, map.IsItemNullable)})",
        _ => throw new ArgumentException("Cannot read " + value.GetType().Name, nameof(value)),
    };

    public static Code Expression(ValueModel value, bool isNullable) => isNullable ? OrNull(value) : Expression(value);

    /// <summary>With <c>null</c> on the wire as <c>null</c>.</summary>
    /// <param name="value">What is read.</param>
    /// <param name="use">What there is code for: the converters of models that are read and written have a method for it.</param>
    public static Code OrNull(ValueModel value, JsonUse use) => value switch
    {
        NamedValue named when use == JsonUse.Both => $"{named.Name}Json.ReadNullable(ref reader)",
        _ => OrNull(value),
    };

    /// <summary>The same where the document does not say that it can be <c>null</c>.</summary>
    public static Code OrAbsent(ValueModel value, JsonUse use) => value switch
    {
        NamedValue named when use == JsonUse.Both => $"{named.Name}Json.ReadOptional(ref reader)",
        ScalarValue { Kind: var kind } when ScalarNames.HasNullable(kind) => $"JsonRead.Optional{ScalarNames.Read(kind)}(ref reader)",
        _ => $"JsonRead.IsAbsent(ref reader) ? {Null(value)} : {Expression(value)}",
    };

    private static Code OrNull(ValueModel value) => value switch
    {
        ScalarValue { Kind: var kind } when ScalarNames.HasNullable(kind) => $"JsonRead.Nullable{ScalarNames.Read(kind)}(ref reader)",
        _ => $"JsonRead.IsNull(ref reader) ? {Null(value)} : {Expression(value)}",
    };

    /// <summary>A <c>ReadJson&lt;T&gt;</c>: a method where there is one, else a lambda.</summary>
    public static Code Delegate(ValueModel value, bool isNullable) => value switch
    {
        ScalarValue scalar when !isNullable => $"JsonRead.{ScalarNames.Read(scalar.Kind)}",
        NamedValue named when !isNullable => $"{named.Name}Json.Read",
        ScalarValue { Kind: var kind } when ScalarNames.HasNullable(kind) => $"JsonRead.Nullable{ScalarNames.Read(kind)}",
        _ => $"static (ref Utf8JsonReader reader) => {Expression(value, isNullable)}",
    };

    // A bare null would become an empty ReadOnlyMemory, or a choice around null: both convert from reference types.
    private static Code Null(ValueModel value) =>
        Code.Either(CSharpType.Of(value).IsValueType, $"default({CSharpType.OrNull(value)})", $"null");

    // Nothing tells the compiler the type of a lambda that may return null.
    private static Code ItemType(ValueModel item, bool isNullable) => Code.When(isNullable, $"<{CSharpType.Of(item, isNullable)}>");
}
