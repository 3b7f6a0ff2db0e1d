using System;
using System.Collections.Generic;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs;

[Flags]
internal enum SchemaTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}

/// <summary>
/// A schema with its keywords as the document has them, translated to 3.1 words. Two mentions of one place in the
/// document are one instance, so a cycle is a cycle of references and comparing instances is comparing places.
/// </summary>
internal sealed class ApiSchema
{
    private string? _pointer;

    public required SpecNode Node { get; init; }

    /// <summary>The place as a chain, which costs little; <see cref="Pointer"/> is its text.</summary>
    public required SpecPointer Place { get; init; }

    /// <summary>JSON pointer of the place, such as <c>#/components/schemas/Pet/properties/name</c>.</summary>
    public string Pointer => _pointer ??= Place.ToString();

    /// <summary>
    /// What <c>$ref</c> names, already followed one step; <see langword="null"/> for a schema of its own. In 3.0 and 2.0
    /// the other keywords beside it are ignored (but description, nullable and readOnly are kept), in 3.1 they count.
    /// A reference that leads nowhere is reported by the reader and reads as an empty schema.
    /// </summary>
    public ApiSchema? Reference { get; set; }

    /// <summary>Name under components or definitions when this is such a schema.</summary>
    public string? ComponentName { get; init; }

    /// <summary><see langword="true"/> for the boolean schema <c>false</c>, that nothing fits.</summary>
    public bool IsNever { get; init; }

    /// <summary>Made of several places of the document, of which <see cref="Place"/> is one.</summary>
    public bool IsJoined { get; init; }

    /// <summary><c>type</c>, a list or one; <see cref="SchemaTypes.Null"/> also for <c>nullable: true</c> and <c>x-nullable</c>.</summary>
    public SchemaTypes Types { get; init; }

    /// <summary>
    /// <c>nullable: true</c> or <c>x-nullable: true</c> is there. It tells a schema without <c>type</c> that may be null
    /// (<see cref="Types"/> is <see cref="SchemaTypes.Null"/> alone then) from <c>type: 'null'</c>.
    /// </summary>
    public bool IsNullable { get; init; }

    public string? Format { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    public bool IsReadOnly { get; init; }

    public bool IsWriteOnly { get; init; }

    /// <summary>
    /// Empty when there is no <c>enum</c>; null, numbers and objects may stand among the values. Where <c>type</c> says
    /// string, <c>1.0</c> without quotes is the string as written, and where it says a number, <c>'1'</c> is one.
    /// </summary>
    public IReadOnlyList<SpecNode> Enum { get; init; } = [];

    public SpecNode? Const { get; init; }

    public SpecNode? Default { get; init; }

    public IReadOnlyList<SpecNode> Examples { get; init; } = [];

    public IReadOnlyList<ApiProperty> Properties { get; set; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary><see langword="null"/>: not said. A schema without keywords for <c>true</c>, <see cref="IsNever"/> for <c>false</c>.</summary>
    public ApiSchema? AdditionalProperties { get; set; }

    public IReadOnlyList<ApiProperty> PatternProperties { get; set; } = [];

    public ApiSchema? PropertyNames { get; set; }

    public ApiSchema? Items { get; set; }

    public IReadOnlyList<ApiSchema> PrefixItems { get; set; } = [];

    public IReadOnlyList<ApiSchema> AllOf { get; set; } = [];

    public IReadOnlyList<ApiSchema> AnyOf { get; set; } = [];

    public IReadOnlyList<ApiSchema> OneOf { get; set; } = [];

    public ApiSchema? Not { get; set; }

    public ApiDiscriminator? Discriminator { get; set; }

    public string? Pattern { get; init; }

    /// <summary>Numbers stay as written: a <see cref="double"/> would round them.</summary>
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public string? ExclusiveMinimum { get; init; }

    public string? ExclusiveMaximum { get; init; }

    public string? MultipleOf { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public int? MinProperties { get; init; }

    public int? MaxProperties { get; init; }

    public bool UniqueItems { get; init; }

    /// <summary>Members that must be there where another one is.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Needed)> DependentRequired { get; init; } = [];

    public string? ContentMediaType { get; init; }

    public string? ContentEncoding { get; init; }

    public ApiSchema? ContentSchema { get; set; }

    /// <summary>The <c>xml</c> object, in which <c>name</c> is the name of the XML element.</summary>
    public SpecNode? Xml { get; init; }

    public SpecNode? Extension(string name) => Node.Member(name);
}

internal sealed record ApiProperty(string Name, ApiSchema Schema);

/// <summary><paramref name="Mapping"/> values are the schemas that the document's references or bare names lead to.</summary>
internal sealed record ApiDiscriminator(string PropertyName, IReadOnlyList<ApiMapping> Mapping, SpecNode Node)
{
    /// <summary>3.2 <c>defaultMapping</c>: what a value without the property, or with an unknown one, is.</summary>
    public ApiSchema? DefaultMapping { get; init; }
}

internal sealed record ApiMapping(string Value, ApiSchema Target);
