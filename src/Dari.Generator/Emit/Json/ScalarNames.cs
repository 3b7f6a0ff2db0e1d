using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>What the runtime calls each kind of scalar: <c>JsonRead.Int64</c>, <c>JsonWrite.Int64Value</c>.</summary>
internal static class ScalarNames
{
    public static Identifier Read(ScalarKind kind) => Identifier.From(kind.ToString());

    /// <summary>What may be read in two forms is written in the first.</summary>
    public static Identifier Write(ScalarKind kind) => Identifier.From(kind switch
    {
        ScalarKind.Int64OrText => nameof(ScalarKind.Int64),
        ScalarKind.DoubleOrText => nameof(ScalarKind.Double),
        _ => kind.ToString(),
    });

    /// <summary>The commonest kinds have methods for a value that may be <c>null</c> or absent.</summary>
    public static bool HasNullable(ScalarKind kind) => kind is ScalarKind.String or ScalarKind.Boolean or ScalarKind.Int32
        or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.DateTime;
}
