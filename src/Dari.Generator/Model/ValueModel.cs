namespace Dari.Generator.Model;

/// <summary>The kind of value of a member, an item or a parameter: decides its C# type and how it is read and written.</summary>
internal abstract record ValueModel;

internal enum ScalarKind
{
    String,
    Boolean,
    Int32,
    Int64,
    UInt32,
    UInt64,
    Single,
    Double,
    Decimal,

    /// <summary>A <c>long</c> that is also read from its text form.</summary>
    Int64OrText,

    /// <summary>A <c>double</c> that is also read from its text form.</summary>
    DoubleOrText,
    DateTime,
    Date,
    Time,
    Duration,
    Guid,
    Uri,

    /// <summary><c>ReadOnlyMemory&lt;byte&gt;</c>, base64 on the wire.</summary>
    Bytes,

    /// <summary><c>JsonElement</c>: any value.</summary>
    Any,

    /// <summary><c>JsonObject</c>: an object whose members are not described.</summary>
    Object,

    /// <summary><c>FileUpload</c>: a file in a multipart body; never in JSON.</summary>
    File,
}

internal sealed record ScalarValue(ScalarKind Kind) : ValueModel;

/// <summary>A type that this document declares, read and written by <c>{Name}Json</c>.</summary>
internal sealed record NamedValue(Identifier Name, bool IsValueType) : ValueModel;

/// <summary><c>IReadOnlyList&lt;T&gt;</c>.</summary>
internal sealed record ListValue(ValueModel Item, bool IsItemNullable) : ValueModel;

/// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c>.</summary>
internal sealed record MapValue(ValueModel Item, bool IsItemNullable) : ValueModel;
