namespace Dari.Idempotency.Requests;

/// <summary>What a body says for the field that carries the key.</summary>
/// <param name="CanHold">Whether the body has fields at all.</param>
/// <param name="IsNull">The field is null: the caller wants no key.</param>
/// <param name="Value">The key that stands there, or null for none.</param>
internal readonly record struct BodyField(bool CanHold, bool IsNull, string? Value)
{
    /// <summary>A body without fields.</summary>
    internal static readonly BodyField None;

    /// <summary>The body has fields, but not this one.</summary>
    internal static readonly BodyField Absent = new(true, false, null);
}
