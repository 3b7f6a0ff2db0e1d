using System;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>A type as it stands in C#. One of the doors through which names of the document may enter a template.</summary>
internal readonly record struct CSharpType
{
    private CSharpType(string text, bool isValueType) => (Text, IsValueType) = (text, isValueType);

    public static CSharpType Stream { get; } = new("Stream", false);

    /// <summary>With marks around declared names.</summary>
    public string Text { get; }

    public bool IsValueType { get; }

    public static CSharpType Of(ValueModel value) => value switch
    {
        ScalarValue scalar => Of(scalar.Kind),
        NamedValue named => new CSharpType(Marks.Opaque(named.Name.Text), named.IsValueType),
        ListValue list => new CSharpType("IReadOnlyList<" + Of(list.Item, list.IsItemNullable).Text + ">", false),
        MapValue map => new CSharpType("IReadOnlyDictionary<string, " + Of(map.Item, map.IsItemNullable).Text + ">", false),
        _ => throw new ArgumentException("No C# type for " + value.GetType().Name, nameof(value)),
    };

    public static CSharpType Of(ValueModel value, bool isNullable) => isNullable ? Of(value).OrNull() : Of(value);

    public static CSharpType Of(ScalarKind kind) => kind switch
    {
        ScalarKind.String => new CSharpType("string", false),
        ScalarKind.Boolean => new CSharpType("bool", true),
        ScalarKind.Int32 => new CSharpType("int", true),
        ScalarKind.Int64 or ScalarKind.Int64OrText => new CSharpType("long", true),
        ScalarKind.UInt32 => new CSharpType("uint", true),
        ScalarKind.UInt64 => new CSharpType("ulong", true),
        ScalarKind.Single => new CSharpType("float", true),
        ScalarKind.Double or ScalarKind.DoubleOrText => new CSharpType("double", true),
        ScalarKind.Decimal => new CSharpType("decimal", true),
        ScalarKind.DateTime => new CSharpType("DateTimeOffset", true),
        ScalarKind.Date => new CSharpType("DateOnly", true),
        ScalarKind.Time => new CSharpType("TimeOnly", true),
        ScalarKind.Duration => new CSharpType("TimeSpan", true),
        ScalarKind.Guid => new CSharpType("Guid", true),
        ScalarKind.Uri => new CSharpType("Uri", false),
        ScalarKind.Bytes => new CSharpType("ReadOnlyMemory<byte>", true),
        ScalarKind.Any => new CSharpType("JsonElement", true),
        ScalarKind.Object => new CSharpType("JsonObject", false),
        ScalarKind.File => new CSharpType("FileUpload", false),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public CSharpType OrNull() => new(Text + "?", IsValueType);
}
