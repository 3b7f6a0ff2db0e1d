using System.Linq;
using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Json;

/// <summary>Writes the members of the object called <c>value</c>.</summary>
internal sealed class ObjectWriting
{
    private static readonly string[] Reserved = ["writer", "value", "present"];

    private readonly EquatableArray<PropertyModel> _properties;
    private readonly AdditionalModel _additional;
    private readonly JsonUse _use;
    private readonly LocalNames _names = new(Reserved);

    public ObjectWriting(EquatableArray<PropertyModel> properties, AdditionalModel additional, JsonUse use)
    {
        _properties = properties;
        _additional = additional;
        _use = use;
    }

    public Code Statements() => Lines.Stacked(_properties.Select(Property).Concat([Additional()]));

    private Code Property(PropertyModel property) => property.Presence switch
    {
        Presence.Constant => Constant(property),
        Presence.Required => WriteCode.Member(property.WireName, property.Value, $"value.{property.Name}"),
        _ when WriteCode.HasOptional(property, _use) => WriteCode.Optional(property, $"value.{property.Name}"),
        Presence.RequiredNullable => OrNull(property, $"value.{property.Name}"),
        Presence.OptionalNullable => $$"""
            if (value.{{property.Name}}.HasValue)
            {
                {{OrNull(property, $"value.{property.Name}.Value")}}
            }
            """,
        _ => Present(property, $"value.{property.Name}"),
    };

    private Code Present(PropertyModel property, Code expression)
    {
        Identifier local = _names.Take(property.Name.Plain);
        return $$"""
            if ({{expression}} is { } {{local}})
            {
                {{WriteCode.Member(property.WireName, property.Value, $"{local}")}}
            }
            """;
    }

    private Code OrNull(PropertyModel property, Code expression) => $$"""
        {{Present(property, expression)}}
        else
        {
            {{WriteCode.Null(property.WireName)}}
        }
        """;

    private static Code Constant(PropertyModel property) =>
        WriteCode.Member(property.WireName, new ScalarValue(PropertyEmitter.ConstantOf(property).Kind), $"value.{property.Name}");

    private Code Additional() => _additional.Kind switch
    {
        AdditionalKind.Kept => $"JsonMembers.Write(writer, value.{_additional.Name});",
        AdditionalKind.Typed =>
            $"JsonWrite.MapMembers(writer, value.{_additional.Name}, {WriteCode.Delegate(_additional.Value!, _additional.IsValueNullable)});",
        _ => Code.Drop,
    };
}
