using System;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>A type as it stands in C#. One of the doors through which names of the document may enter a template.</summary>
internal readonly struct CSharpType
{
    private CSharpType(Code code, string key, bool isValueType) => (Code, Key, IsValueType) = (code, key, isValueType);

    public static CSharpType Stream { get; } = new($"Stream", "Stream", false);

    public Code Code { get; }

    /// <summary>The same for the same type, and for no other.</summary>
    public string Key { get; }

    public bool IsValueType { get; }

    public static CSharpType Of(ValueModel value) => value switch
    {
        ScalarValue scalar => Of(scalar.Kind),
        NamedValue named => new CSharpType($"{named.Name}", "declared " + named.Name.Text, named.IsValueType),
        ListValue list => List(Of(list.Item, list.IsItemNullable)),
        MapValue map => Map(Of(map.Item, map.IsItemNullable)),
        _ => throw new ArgumentException("No C# type for " + value.GetType().Name, nameof(value)),
    };

    public static CSharpType Of(ValueModel value, bool isNullable) => isNullable ? Of(value).OrNull() : Of(value);

    public static CSharpType Of(ScalarKind kind) => kind switch
    {
        ScalarKind.String => Class($"string", "string"),
        ScalarKind.Boolean => Struct($"bool", "bool"),
        ScalarKind.Int32 => Struct($"int", "int"),
        ScalarKind.Int64 or ScalarKind.Int64OrText => Struct($"long", "long"),
        ScalarKind.UInt32 => Struct($"uint", "uint"),
        ScalarKind.UInt64 => Struct($"ulong", "ulong"),
        ScalarKind.Single => Struct($"float", "float"),
        ScalarKind.Double or ScalarKind.DoubleOrText => Struct($"double", "double"),
        ScalarKind.Decimal => Struct($"decimal", "decimal"),
        ScalarKind.DateTime => Struct($"DateTimeOffset", "DateTimeOffset"),
        ScalarKind.Date => Struct($"DateOnly", "DateOnly"),
        ScalarKind.Time => Struct($"TimeOnly", "TimeOnly"),
        ScalarKind.Duration => Struct($"TimeSpan", "TimeSpan"),
        ScalarKind.Guid => Struct($"Guid", "Guid"),
        ScalarKind.Uri => Class($"Uri", "Uri"),
        ScalarKind.Bytes => Struct($"ReadOnlyMemory<byte>", "ReadOnlyMemory<byte>"),
        ScalarKind.Any => Struct($"JsonElement", "JsonElement"),
        ScalarKind.Object => Class($"JsonObject", "JsonObject"),
        ScalarKind.File => Class($"FileUpload", "FileUpload"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public CSharpType OrNull() => new($"{Code}?", Key + "?", IsValueType);

    /// <summary>Items that come one by one.</summary>
    public static CSharpType StreamOf(CSharpType item) => Class($"IAsyncEnumerable<{item}>", "IAsyncEnumerable<" + item.Key + ">");

    private static CSharpType List(CSharpType item) => Class($"IReadOnlyList<{item}>", "IReadOnlyList<" + item.Key + ">");

    private static CSharpType Map(CSharpType item) =>
        Class($"IReadOnlyDictionary<string, {item}>", "IReadOnlyDictionary<" + item.Key + ">");

    private static CSharpType Class(Code code, string key) => new(code, key, false);

    private static CSharpType Struct(Code code, string key) => new(code, key, true);
}
