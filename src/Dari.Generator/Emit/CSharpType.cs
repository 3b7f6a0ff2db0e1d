using System;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>A type as it stands in C#. One of the doors through which names of the document may enter a template.</summary>
internal readonly struct CSharpType
{
    // Of each kind, and with a question mark: nearly all types that are written are these.
    private static readonly CSharpType[] Scalars = ((ScalarKind[])Enum.GetValues(typeof(ScalarKind))).Select(Make).ToArray();
    private static readonly CSharpType[] ScalarsOrNull = Scalars.Select(type => type.OrNull()).ToArray();

    private CSharpType(Code code, bool isValueType) => (Code, IsValueType) = (code, isValueType);

    public static CSharpType Stream { get; } = new($"Stream", false);

    public Code Code { get; }

    public bool IsValueType { get; }

    public static CSharpType Of(ValueModel value) => value switch
    {
        ScalarValue scalar => Of(scalar.Kind),
        NamedValue named => new CSharpType($"{named.Name}", named.IsValueType),
        ListValue list => List(Of(list.Item, list.IsItemNullable)),
        MapValue map => Map(Of(map.Item, map.IsItemNullable)),
        _ => throw new ArgumentException("No C# type for " + value.GetType().Name, nameof(value)),
    };

    public static CSharpType Of(ValueModel value, bool isNullable) => isNullable ? OrNull(value) : Of(value);

    /// <summary>The type that has <see langword="null"/> as well.</summary>
    public static CSharpType OrNull(ValueModel value) => value is ScalarValue scalar ? ScalarsOrNull[(int)scalar.Kind] : Of(value).OrNull();

    public static CSharpType Of(ScalarKind kind) => Scalars[(int)kind];

    private static CSharpType Make(ScalarKind kind) => kind switch
    {
        ScalarKind.String => Class($"string"),
        ScalarKind.Boolean => Struct($"bool"),
        ScalarKind.Int32 => Struct($"int"),
        ScalarKind.Int64 or ScalarKind.Int64OrText => Struct($"long"),
        ScalarKind.UInt32 => Struct($"uint"),
        ScalarKind.UInt64 => Struct($"ulong"),
        ScalarKind.Single => Struct($"float"),
        ScalarKind.Double or ScalarKind.DoubleOrText => Struct($"double"),
        ScalarKind.Decimal => Struct($"decimal"),
        ScalarKind.DateTime => Struct($"DateTimeOffset"),
        ScalarKind.Date => Struct($"DateOnly"),
        ScalarKind.Time => Struct($"TimeOnly"),
        ScalarKind.Duration => Struct($"TimeSpan"),
        ScalarKind.Guid => Struct($"Guid"),
        ScalarKind.Uri => Class($"Uri"),
        ScalarKind.Bytes => Struct($"ReadOnlyMemory<byte>"),
        ScalarKind.Any => Struct($"JsonElement"),
        ScalarKind.Object => Class($"JsonObject"),
        ScalarKind.File => Class($"FileUpload"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public CSharpType OrNull() => new($"{Code}?", IsValueType);

    /// <summary>The same for the same type, and for no other.</summary>
    public static string Key(ValueModel value) => value switch
    {
        ScalarValue scalar => Of(scalar.Kind).Code.Segments[0].Text,
        NamedValue named => "declared " + named.Name.Text,
        ListValue list => "[" + Key(list.Item) + (list.IsItemNullable ? "?]" : "]"),
        MapValue map => "{" + Key(map.Item) + (map.IsItemNullable ? "?}" : "}"),
        _ => throw new ArgumentException("No C# type for " + value.GetType().Name, nameof(value)),
    };

    /// <summary>Items that come one by one.</summary>
    public static CSharpType StreamOf(CSharpType item) => Class($"IAsyncEnumerable<{item}>");

    private static CSharpType List(CSharpType item) => Class($"IReadOnlyList<{item}>");

    private static CSharpType Map(CSharpType item) => Class($"IReadOnlyDictionary<string, {item}>");

    private static CSharpType Class(Code code) => new(code, false);

    private static CSharpType Struct(Code code) => new(code, true);
}
