using Dari.Generator.Model;

namespace Dari.Generator.Binding.Schemas;

/// <summary>What a schema became, and whether null is one of its values.</summary>
internal readonly record struct BoundValue(ValueModel Value, bool IsNullable)
{
    public static readonly BoundValue Any = new(new ScalarValue(ScalarKind.Any), false);

    public static BoundValue Scalar(ScalarKind kind) => new(new ScalarValue(kind), false);

    // JSON null is one of the values of JsonElement: it needs no second null.
    public BoundValue OrNull(bool isNullable) =>
        Value is ScalarValue { Kind: ScalarKind.Any } ? this with { IsNullable = false } : this with { IsNullable = IsNullable || isNullable };
}
