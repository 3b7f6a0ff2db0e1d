namespace Dari.Generator.Binding.Schemas;

/// <summary>What a schema becomes, decided from its shape alone.</summary>
internal enum SchemaKind
{
    Scalar,
    Enum,
    List,
    Map,
    Object,

    /// <summary>Told apart by a discriminator.</summary>
    Union,

    /// <summary>Several kinds of value without a discriminator.</summary>
    Choice,

    /// <summary>One branch of a union is left once null is taken away: the schema is that branch.</summary>
    Single,
    Any,
}
