using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Emit;

/// <summary>Models as binding would make them, in few words.</summary>
internal static class Make
{
    public static readonly AdditionalModel None = new(AdditionalKind.None, Name("AdditionalProperties"), null, false);

    public static readonly AdditionalModel Kept = new(AdditionalKind.Kept, Name("AdditionalProperties"), null, false);

    public static readonly ValueModel String = Scalar(ScalarKind.String);

    public static readonly ValueModel Int64 = Scalar(ScalarKind.Int64);

    public static Identifier Name(string name) => Identifier.From(name);

    public static ScalarValue Scalar(ScalarKind kind) => new(kind);

    public static NamedValue Class(string name) => new(Name(name), false);

    public static NamedValue Struct(string name) => new(Name(name), true);

    public static DocsModel Docs(string summary) => new(summary, null, null);

    public static ClientModel Client(params TypeModel[] types) => new()
    {
        Namespace = "Acme",
        Name = Name("AcmeClient"),
        IsPublic = true,
        SpecFile = "acme.yaml",
        Docs = Docs("The service."),
        Transport = new TransportModel
        {
            BaseUrl = "https://acme.example",
            Schemes = new[] { new SchemeModel("key", SchemeKind.Bearer, null) },
            Security = new SecurityModel(new EquatableArray<string>[] { new[] { "key" } }),
        },
        Tags = default,
        Types = types,
        ErrorTables = default,
    };

    public static ClientModel Client(OperationModel operation, params TypeModel[] types) => Client(types) with { Tags = new[] { Tag(operation) } };

    public static TagModel Tag(params OperationModel[] operations) => new()
    {
        Property = Name("Pets"),
        Type = Name("PetsClient"),
        Interface = Name("IPetsClient"),
        Tag = "pets",
        Docs = Docs("Pets."),
        Operations = operations,
    };

    public static OperationModel Operation(params PathPartModel[] path) => new()
    {
        Name = Name("GetAsync"),
        Method = "GET",
        Template = string.Concat(path.Select(part => part.Text ?? "{" + part.Parameter!.WireName + "}")),
        Path = path,
        Leading = path.Where(part => part.Parameter is not null).Select(part => part.Parameter!).ToEquatableArray(),
        Trailing = default,
        Response = new ResponseModel(ResponseKind.None, null, false, null),
        Docs = Docs("Gets a pet."),
        Pointer = "#/paths/~1pets/get",
    };

    public static ParameterModel Parameter(string name, ParameterPlace place, ValueModel value, bool isRequired = false) => new()
    {
        Name = Name(name),
        PropertyName = Name(char.ToUpperInvariant(name[0]) + name[1..]),
        WireName = name,
        Place = place,
        Value = value,
        IsRequired = isRequired || place == ParameterPlace.Path,
        Style = ParameterStyle.Plain,
        Docs = Docs("A parameter."),
    };

    public static ObjectModel Object(string name, params PropertyModel[] properties) => new()
    {
        Name = Name(name),
        Docs = Docs("An object."),
        Pointer = "#/components/schemas/" + name,
        Properties = properties,
        Additional = Kept,
    };

    public static PropertyModel Property(string name, string wire, ValueModel value, Presence presence = Presence.Required) => new()
    {
        Name = Name(name),
        WireName = wire,
        Value = value,
        Presence = presence,
        Docs = Docs("A member."),
    };

    public static PropertyModel Constant(string name, string wire, ScalarKind kind, string text) =>
        Property(name, wire, Scalar(kind), Presence.Constant) with { Constant = new ConstantModel(kind, text) };

    public static EnumModel Enum(string name, params string[] values) => new()
    {
        Name = Name(name),
        Docs = Docs("An enumeration."),
        Pointer = "#/components/schemas/" + name,
        Kind = ScalarKind.String,
        Values = values.Select(value => new EnumValueModel(Name(char.ToUpperInvariant(value[0]) + value[1..]), value, null)).ToEquatableArray(),
    };

    public static UnionModel Union(string name, params (string Value, string Type)[] cases) => new()
    {
        Name = Name(name),
        Docs = Docs("A union."),
        Pointer = "#/components/schemas/" + name,
        Discriminator = "type",
        Cases = cases.Select(one => new UnionCaseModel(new[] { one.Value }, Name(one.Type))).ToEquatableArray(),
        UnknownName = Name("Unknown" + name),
    };

    public static ChoiceModel Choice(string name, params ChoiceCaseModel[] cases) => new()
    {
        Name = Name(name),
        Docs = Docs("A choice."),
        Pointer = "#/components/schemas/" + name,
        Cases = cases,
    };

    public static ChoiceCaseModel Case(string name, ValueModel value, JsonKind kind, string[]? required = null, string[]? known = null) =>
        new(Name(name), value, kind, kind == JsonKind.Object ? new ObjectCaseModel(value, required ?? [], known ?? [], default) : null);
}
