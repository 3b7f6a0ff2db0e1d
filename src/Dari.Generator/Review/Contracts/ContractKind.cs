namespace Dari.Generator.Review.Contracts;

/// <summary>What a node of a contract stands for. The words are written into locks: a new one may be added, none changed.</summary>
internal enum ContractKind
{
    Api,
    Server,
    Scheme,
    Operation,
    Webhook,
    Parameter,
    Body,
    Media,
    Encoding,
    Response,
    Header,

    /// <summary>A schema with a name, or one that a reference leads to.</summary>
    Type,
    Property,
    Items,

    /// <summary>An item of a tuple; its name is its position.</summary>
    Prefix,

    /// <summary>The schema of members that are not named.</summary>
    Additional,

    /// <summary>The schema of members whose name fits a pattern.</summary>
    Pattern,
    Names,
    Not,

    /// <summary>A part of <c>allOf</c> that has a name of its own.</summary>
    Part,

    /// <summary>A branch of <c>oneOf</c> or <c>anyOf</c>.</summary>
    Case,

    /// <summary>A value of a discriminator.</summary>
    Mapping,

    /// <summary>A value of an enumeration, or the one of a constant.</summary>
    Value,

    /// <summary>What the service sends to an address that an operation gave it.</summary>
    Callback,
}
