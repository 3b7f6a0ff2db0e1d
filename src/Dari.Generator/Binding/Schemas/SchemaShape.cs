using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Schemas;

/// <summary>
/// What a schema says once its references are followed and its <c>allOf</c> parts are laid over each other. Made by
/// <see cref="ShapeFolder"/>; the parts keep their own <see cref="ApiSchema"/> instances.
/// </summary>
internal sealed class SchemaShape
{
    /// <summary>From this many properties on, an index is worth making.</summary>
    private const int ManyProperties = 16;

    private readonly List<ShapeProperty> _properties = [];
    private Dictionary<string, ShapeProperty>? _byName;

    public SchemaTypes Types { get; set; }

    public bool IsNullable { get; set; }

    public string? Format { get; set; }

    public string? ContentMediaType { get; set; }

    public string? Pattern { get; set; }

    public string? Maximum { get; set; }

    public string? Minimum { get; set; }

    public string? Description { get; set; }

    public bool IsDeprecated { get; set; }

    public IReadOnlyList<SpecNode> Enum { get; set; } = [];

    /// <summary>The schema that brought <see cref="Enum"/>, for its extensions.</summary>
    public ApiSchema? EnumOrigin { get; set; }

    public SpecNode? Const { get; set; }

    public IReadOnlyList<ShapeProperty> Properties => _properties;

    public HashSet<string> Required { get; } = [];

    public ApiSchema? AdditionalProperties { get; set; }

    public IReadOnlyList<ApiProperty> PatternProperties { get; set; } = [];

    public ApiSchema? Items { get; set; }

    public IReadOnlyList<ApiSchema> PrefixItems { get; set; } = [];

    public List<ShapeUnion> Unions { get; } = [];

    public ApiDiscriminator? Discriminator { get; set; }

    public ShapeProperty? Property(string name)
    {
        if (_properties.Count >= ManyProperties)
        {
            _byName ??= _properties.ToDictionary(property => property.Name);
            return _byName.TryGetValue(name, out ShapeProperty? found) ? found : null;
        }

        foreach (ShapeProperty property in _properties)
        {
            if (property.Name == name)
            {
                return property;
            }
        }

        return null;
    }

    /// <summary>Adds a property of a name that <see cref="Property"/> does not find.</summary>
    public void Add(ShapeProperty property)
    {
        _properties.Add(property);
        _byName?.Add(property.Name, property);
    }
}

/// <summary>A property and every place that describes it; more than one when several <c>allOf</c> parts do.</summary>
internal sealed class ShapeProperty(string name, ApiSchema schema)
{
    private ApiSchema[] _alternatives = [];

    public string Name { get; } = name;

    public List<ApiSchema> Schemas { get; } = [schema];

    /// <summary>What branches of a union beside the property say of it: a value is of one of these.</summary>
    public IReadOnlyList<ApiSchema> Alternatives => _alternatives;

    /// <summary>It stands in some branches of a union only, so it can be absent whatever they require.</summary>
    public bool IsConditional { get; set; }

    public void AddAlternative(ApiSchema schema) => _alternatives = [.. _alternatives.Where(known => known != schema), schema];
}

/// <summary>A <c>oneOf</c> or <c>anyOf</c>.</summary>
internal sealed record ShapeUnion(IReadOnlyList<ApiSchema> Branches, ApiDiscriminator? Discriminator);
