using Dari.Generator.Equality;

namespace Dari.Generator.Model;

/// <summary>Which JSON code a type has.</summary>
[System.Flags]
internal enum JsonUse
{
    None = 0,

    /// <summary>It is received somewhere.</summary>
    Read = 1,

    /// <summary>It is sent somewhere.</summary>
    Write = 2,
    Both = Read | Write,
}

/// <summary>A type to be declared.</summary>
internal abstract record TypeModel
{
    public required Identifier Name { get; init; }

    public required DocsModel Docs { get; init; }

    /// <summary>JSON pointer of the schema, for the file header and the surface; empty for types of an operation.</summary>
    public required string Pointer { get; init; }

    /// <summary>It is described at several places: the pointer names one of them.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Both, unless the client is to be lean. Enumerations always have both: theirs is two lines.</summary>
    public JsonUse Json { get; init; } = JsonUse.Both;
}

/// <summary>How a member stands in C# and on the wire.</summary>
internal enum Presence
{
    /// <summary><c>required T</c>: always written, an error when it is missing.</summary>
    Required,

    /// <summary><c>required T?</c>: always written, as null where null.</summary>
    RequiredNullable,

    /// <summary><c>T?</c>: left out when null.</summary>
    Optional,

    /// <summary><c>Optional&lt;T?&gt;</c>: absent, null and a value are three things.</summary>
    OptionalNullable,

    /// <summary>Set by the type: get-only, always written, checked when read.</summary>
    Constant,
}

/// <summary>A constant as the document writes it: <paramref name="Text"/> of a string, number or boolean.</summary>
internal sealed record ConstantModel(ScalarKind Kind, string Text);

internal sealed record PropertyModel
{
    public required Identifier Name { get; init; }

    public required string WireName { get; init; }

    public required ValueModel Value { get; init; }

    public required Presence Presence { get; init; }

    public required DocsModel Docs { get; init; }

    /// <summary>
    /// What the member always is with <see cref="Presence.Constant"/>; with another presence what it is until a caller or
    /// the wire says otherwise.
    /// </summary>
    public ConstantModel? Constant { get; init; }

    /// <summary>Declared by the base record: read and written here, but not declared again.</summary>
    public bool IsInherited { get; init; }

    /// <summary><c>format: password</c>: kept out of <c>ToString</c>.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Only where somebody asks for validation, and something is demanded.</summary>
    public RuleModel? Rules { get; init; }
}

internal enum AdditionalKind
{
    /// <summary><c>additionalProperties: false</c>: unknown members are dropped when read.</summary>
    None,

    /// <summary><c>JsonMembers?</c>: unknown members are kept and written back.</summary>
    Kept,

    /// <summary><c>IReadOnlyDictionary&lt;string, T&gt;?</c>.</summary>
    Typed,
}

/// <summary>Members that the schema does not name. <see cref="Value"/> only with <see cref="AdditionalKind.Typed"/>.</summary>
internal sealed record AdditionalModel(AdditionalKind Kind, Identifier Name, ValueModel? Value, bool IsValueNullable);

/// <summary>An object: a <c>sealed partial record</c>.</summary>
internal sealed record ObjectModel : TypeModel
{
    public required EquatableArray<PropertyModel> Properties { get; init; }

    public required AdditionalModel Additional { get; init; }

    /// <summary>The discriminated union that this is a case of and derives from.</summary>
    public Identifier? Base { get; init; }

    /// <summary>Unions that are interfaces because they share this case with others.</summary>
    public EquatableArray<Identifier> Interfaces { get; init; }

    /// <summary>Of the object itself; only where somebody asks for validation.</summary>
    public RuleModel? Rules { get; init; }

    /// <summary>No JSON code: used only as a form, see <see cref="Parts"/>.</summary>
    public bool HasJson { get; init; } = true;

    /// <summary>Written as the parts of a multipart body or the fields of a form; empty when never sent as one.</summary>
    public EquatableArray<PartModel> Parts { get; init; }
}

internal enum PartKind
{
    Text,
    Texts,

    /// <summary>A text, a list or an object: the value decides when it is there.</summary>
    Mixed,
    File,
    Files,
    Json,
}

/// <summary>One part of a multipart body, or one field of an urlencoded form (never a file then).</summary>
internal sealed record PartModel(Identifier Property, string WireName, PartKind Kind, ValueModel Value, string? ContentType, bool IsOptional)
{
    /// <summary>Headers of the part: properties of the same record.</summary>
    public EquatableArray<ParameterModel> Headers { get; init; }

    /// <summary>What the document's encoding says; <see langword="null"/> when it says nothing: lists are repeated then, objects are JSON.</summary>
    public ParameterStyle? Style { get; init; }
}

/// <summary>A string or integer enumeration that keeps values it does not know.</summary>
internal sealed record EnumModel : TypeModel
{
    /// <summary><see cref="ScalarKind.String"/> or <see cref="ScalarKind.Int64"/> or <see cref="ScalarKind.Double"/>.</summary>
    public required ScalarKind Kind { get; init; }

    public required EquatableArray<EnumValueModel> Values { get; init; }
}

internal sealed record EnumValueModel(Identifier Name, string Wire, string? Description);

/// <summary>Cases told apart by a member: an <c>abstract partial record</c>, or an interface where a case is shared.</summary>
internal sealed record UnionModel : TypeModel
{
    public required string Discriminator { get; init; }

    /// <summary>Not every case requires its discriminator: a value without one is read as unknown.</summary>
    public bool IsDiscriminatorOptional { get; init; }

    public required EquatableArray<UnionCaseModel> Cases { get; init; }

    /// <summary>Values that several cases have: these are told apart by their other members.</summary>
    public EquatableArray<SharedValueModel> Shared { get; init; }

    /// <summary>The record for a case that this version does not know.</summary>
    public required Identifier UnknownName { get; init; }

    public bool IsInterface { get; init; }

    /// <summary>Members that every case has (the base of <c>allOf</c> inheritance); declared here, read by each case.</summary>
    public EquatableArray<PropertyModel> Properties { get; init; }
}

internal sealed record UnionCaseModel(EquatableArray<string> Values, Identifier Type);

internal sealed record SharedValueModel(string Value, EquatableArray<ObjectCaseModel> Cases);

/// <summary>An object among others: the members that it must have, all that it knows, and those with one value only.</summary>
internal sealed record ObjectCaseModel(
    ValueModel Value,
    EquatableArray<string> Required,
    EquatableArray<string> Known,
    EquatableArray<ChoiceConstantModel> Constants);

/// <summary>Values without a discriminator: a <c>readonly partial record struct</c> around one of several kinds.</summary>
internal sealed record ChoiceModel : TypeModel
{
    /// <summary>In the order in which they are tried.</summary>
    public required EquatableArray<ChoiceCaseModel> Cases { get; init; }

    /// <summary>Of texts, numbers and lists, where one case alone is of that kind.</summary>
    public RuleModel? Rules { get; init; }
}

internal enum JsonKind
{
    String,

    /// <summary>A number without a fraction.</summary>
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

/// <summary>
/// One case of a choice. <paramref name="Name"/> makes its factory (<c>FromPets</c>) where no implicit conversion is
/// possible. <paramref name="Object"/> only with <see cref="JsonKind.Object"/>.
/// </summary>
internal sealed record ChoiceCaseModel(Identifier Name, ValueModel Value, JsonKind Kind, ObjectCaseModel? Object);

internal sealed record ChoiceConstantModel(string WireName, ConstantModel Value);

/// <summary>What an operation with several success bodies returns: a case for each, and one for what it did not declare.</summary>
internal sealed record ResultModel : TypeModel
{
    public required EquatableArray<ResultCaseModel> Cases { get; init; }

    public required Identifier UnknownName { get; init; }
}

/// <summary><paramref name="Body"/> is JSON, text, a file (read into memory) or nothing.</summary>
internal sealed record ResultCaseModel(string Status, Identifier Name, ResponseModel Body);

internal enum HeaderForm
{
    /// <summary>The text of the header is the text of the value.</summary>
    Text,

    /// <summary>The text of the header is JSON, as that of a number is.</summary>
    Json,

    /// <summary>Texts with commas between.</summary>
    Texts,

    /// <summary>JSON values with commas between.</summary>
    Jsons,

    /// <summary>An object as <c>name,value,name,value</c>.</summary>
    Object,

    /// <summary>An object as <c>name=value,name=value</c>.</summary>
    ObjectExploded,
}

/// <summary>A header of an answer; <paramref name="Value"/> is a list where there are several.</summary>
internal sealed record HeaderModel(Identifier Name, string WireName, ValueModel Value, HeaderForm Form, DocsModel Docs)
{
    /// <summary>What stands between the values of a list.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Members of an object whose text is JSON, as that of a number is; the others are texts.</summary>
    public EquatableArray<string> JsonMembers { get; init; }
}

/// <summary>The headers that the answers of one operation have.</summary>
internal sealed record HeadersModel : TypeModel
{
    public required EquatableArray<HeaderModel> Headers { get; init; }
}

/// <summary>Query parameters and optional headers of one operation, once there are more than two.</summary>
internal sealed record QueryModel : TypeModel
{
    public required EquatableArray<ParameterModel> Parameters { get; init; }
}
