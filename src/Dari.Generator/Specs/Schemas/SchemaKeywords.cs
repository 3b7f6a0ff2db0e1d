using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Schemas;

/// <summary>Reads the keywords of one schema that hold no other schema.</summary>
internal sealed class SchemaKeywords(ReadContext context)
{
    private readonly SchemaTypeReader _types = new(context);
    private readonly SchemaLimitReader _limits = new(context);

    /// <summary>What is read beside a reference in every version, and what has no say in the type.</summary>
    private static readonly HashSet<string> Counting =
    [
        "$ref", "title", "description", "summary", "deprecated", "readOnly", "writeOnly", "nullable", "example", "examples",
    ];

    public ApiSchema Read(SpecPlace place) => Read(place, ComponentNames.Of(place));

    public ApiSchema Read(SpecPlace place, string? component)
    {
        if (!place.IsObject)
        {
            return ReadScalar(place, component);
        }

        return place.Node.StringMember("$ref") is not null && !context.SiblingsCount(place)
            ? ReadReference(place, component)
            : ReadOwn(place, component);
    }

    private ApiSchema ReadScalar(SpecPlace place, string? component)
    {
        // "Pet:" without anything below is a schema that its author has not got round to.
        bool isExpected = place.Node.Kind is SpecNodeKind.Boolean or SpecNodeKind.Null;
        SchemaTypes? types = isExpected ? null : _types.ReadBare(place);
        if (!isExpected && types is null)
        {
            context.ReportKind(place, "a schema");
        }

        return new ApiSchema
        {
            Node = place.Node,
            Place = place.Pointer,
            ComponentName = component,
            Types = types ?? SchemaTypes.None,
            IsNever = place.Node is { Kind: SpecNodeKind.Boolean, Text: "false" },
        };
    }

    /// <summary>Before 3.1 a reference replaces what stands beside it, but these are said so often that they count.</summary>
    private ApiSchema ReadReference(SpecPlace place, string? component)
    {
        context.NoteSiblings(place, counting: Counting);
        return ReadCounting(place, component);
    }

    private ApiSchema ReadCounting(SpecPlace place, string? component) => new()
    {
        Node = place.Node,
        Place = place.Pointer,
        ComponentName = component,
        Types = IsNullable(place) ? SchemaTypes.Null : SchemaTypes.None,
        IsNullable = IsNullable(place),
        Title = context.Text(place, "title"),
        Description = context.Text(place, "description"),
        IsDeprecated = context.Flag(place, "deprecated") ?? false,
        IsReadOnly = context.Flag(place, "readOnly") ?? false,
        IsWriteOnly = context.Flag(place, "writeOnly") ?? false,
    };

    private ApiSchema ReadOwn(SpecPlace place, string? component)
    {
        (SchemaTypes types, string? format) = _types.Read(place);
        bool isNullable = IsNullable(place);
        (string? minimum, string? exclusiveMinimum) = _limits.Bound(place, "minimum", "exclusiveMinimum");
        (string? maximum, string? exclusiveMaximum) = _limits.Bound(place, "maximum", "exclusiveMaximum");
        var values = new SchemaValues(place.File.Source, types);
        return new ApiSchema
        {
            Node = place.Node,
            Place = place.Pointer,
            ComponentName = component,
            Types = isNullable ? types | SchemaTypes.Null : types,
            IsNullable = isNullable,
            Format = context.Text(place, "format") ?? format,
            Title = context.Text(place, "title"),
            Description = context.Text(place, "description"),
            IsDeprecated = context.Flag(place, "deprecated") ?? false,
            IsReadOnly = context.Flag(place, "readOnly") ?? false,
            IsWriteOnly = context.Flag(place, "writeOnly") ?? false,
            Enum = place.Node.Member("enum") is null ? [] : [.. EnumItems(place).Select(item => values.Fit(item.Node))],
            Const = place.Node.Member("const") is { } constant ? values.Fit(constant) : null,
            Default = place.Node.Member("default") is { } fallback ? values.Fit(fallback) : null,
            Examples = Examples(place.Node),
            Required = place.Node.Member("required") is null ? [] : Required(place),
            Pattern = context.Text(place, "pattern"),
            Minimum = minimum,
            Maximum = maximum,
            ExclusiveMinimum = exclusiveMinimum,
            ExclusiveMaximum = exclusiveMaximum,
            MultipleOf = _limits.Number(place, "multipleOf"),
            MinLength = _limits.Count(place, "minLength"),
            MaxLength = _limits.Count(place, "maxLength"),
            MinItems = _limits.Count(place, "minItems"),
            MaxItems = _limits.Count(place, "maxItems"),
            MinProperties = _limits.Count(place, "minProperties"),
            MaxProperties = _limits.Count(place, "maxProperties"),
            UniqueItems = context.Flag(place, "uniqueItems") ?? false,
            DependentRequired = place.Member("dependentRequired") is { } dependent ? DependentRequired(dependent) : [],
            ContentMediaType = context.Text(place, "contentMediaType"),
            ContentEncoding = context.Text(place, "contentEncoding"),
            Xml = place.Member("xml") is { IsObject: true } xml ? xml.Node : null,
        };
    }

    private List<(string Name, IReadOnlyList<string> Needed)> DependentRequired(SpecPlace map)
    {
        var all = new List<(string Name, IReadOnlyList<string> Needed)>();
        if (context.ExpectObject(map, "an object of lists of names"))
        {
            foreach ((string name, _) in map.Members)
            {
                all.Add((name, [.. List(map, name).Where(IsName).Select(one => one.File.Source.Written(one.Node)).Distinct()]));
            }
        }

        return all;
    }

    /// <summary>3.1 dropped <c>nullable</c> and 2.0 never had it, but one in four real documents of 3.1 still says it.</summary>
    private bool IsNullable(SpecPlace place)
    {
        bool isNullable = context.Flag(place, "nullable") ?? false;
        if (isNullable && context.VersionOf(place) is var version && version != "3.0")
        {
            string instead = version == "2.0" ? "'x-nullable: true'" : "'null' among the types";
            context.Report(
                DiagnosticDescriptors.OtherVersion, place.Member("nullable")!.Value, place.Pointer.ToString(), "nullable", version, instead);
        }

        return isNullable || (context.Flag(place, "x-nullable") ?? false);
    }

    private string[] Required(SpecPlace place)
    {
        // A parameter of 2.0 is its own schema, and its "required" is a boolean about itself.
        if (place.Member("in") is not null)
        {
            return [];
        }

        if (place.Member("required") is { Node.Kind: SpecNodeKind.Boolean } flag)
        {
            context.ReportKind(flag, "a list of names on the object that has this property");
            return [];
        }

        return [.. List(place, "required").Where(IsName).Select(name => name.File.Source.Written(name.Node)).Distinct()];
    }

    private bool IsName(SpecPlace item)
    {
        bool isName = item.Node.Kind is SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean;
        if (!isName)
        {
            context.ReportKind(item, "the name of a property");
        }

        return isName;
    }

    /// <summary><c>enum: active</c> is meant as a list of one.</summary>
    private IEnumerable<SpecPlace> EnumItems(SpecPlace place)
    {
        if (place.Member("enum") is { IsArray: false, IsObject: false } one)
        {
            context.ReportLeniency(one, "a list", "'" + one.File.Source.Written(one.Node) + "'", "a list of this one value");
            return [one];
        }

        return List(place, "enum");
    }

    private IEnumerable<SpecPlace> List(SpecPlace place, string name) =>
        place.Member(name) is { } list && context.ExpectList(list, "a list") ? list.Items : [];

    private static SpecNode[] Examples(SpecNode schema) => schema.Member("example") is null && schema.Member("examples") is null ? [] :
    [
        .. schema.Member("example") is { } example ? [example] : System.Array.Empty<SpecNode>(),
        .. schema.Member("examples")?.Items ?? [],
    ];
}
