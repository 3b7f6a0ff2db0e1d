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
}
