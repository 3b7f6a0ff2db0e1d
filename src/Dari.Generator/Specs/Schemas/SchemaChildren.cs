using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Schemas;

/// <summary>Reads the schemas within a schema and the one that it refers to.</summary>
internal sealed class SchemaChildren(ReadContext context, SchemaReader schemas)
{
    private readonly DiscriminatorReader _discriminators = new(context, schemas);
    private readonly List<(ApiSchema Schema, SpecPlace Place)> _references = [];

    public void Fill(ApiSchema schema, SpecPlace place)
    {
        bool isReference = FollowReference(schema, place);
        if (isReference && !context.SiblingsCount(place))
        {
            return;
        }

        schema.Properties = Properties(place, "properties");
        schema.PatternProperties = Properties(place, "patternProperties");
        schema.AdditionalProperties = One(place, "additionalProperties");
        schema.PropertyNames = One(place, "propertyNames");
        FillItems(schema, place);
        schema.AllOf = Many(place, "allOf");
        schema.AnyOf = Many(place, "anyOf");
        schema.OneOf = Many(place, "oneOf");
        schema.Not = One(place, "not");
        schema.ContentSchema = One(place, "contentSchema");
        schema.Discriminator = place.Member("discriminator") is { } member ? _discriminators.Read(member) : null;
    }

    /// <summary>References that lead to each other and nowhere else are opened at one point, so that no walk is endless.</summary>
    public void CutCircles()
    {
        var done = new HashSet<ApiSchema>();
        var path = new HashSet<ApiSchema>();
        foreach ((ApiSchema start, SpecPlace place) in _references)
        {
            path.Clear();
            ApiSchema current = start;
            while (current.Reference is { } next && done.Add(current))
            {
                path.Add(current);
                if (path.Contains(next))
                {
                    context.ReportReference(
                        place,
                        place.Node.StringMember("$ref") ?? "",
                        "the references lead in a circle, so any value is accepted");
                    current.Reference = null;
                    break;
                }

                current = next;
            }
        }
    }

    private bool FollowReference(ApiSchema schema, SpecPlace place)
    {
        SpecPlace? member = place.Member("$ref") ?? place.Member("$dynamicRef");
        if (member is not { } reference)
        {
            return false;
        }

        if (reference.Node.Kind != SpecNodeKind.String)
        {
            context.ReportKind(reference, "a reference");
            return false;
        }

        if (context.References.Resolve(place, reference.Node.Text) is { } target)
        {
            schema.Reference = Target(schema, place, target, isDynamic: place.Member("$ref") is null);
            _references.Add((schema, place));
        }
        else
        {
            context.ReportReference(place, reference.Node.Text, "it is read as a schema that accepts anything");
        }

        return true;
    }

    private ApiSchema Target(ApiSchema schema, SpecPlace from, SpecPlace target, bool isDynamic)
    {
        // A dynamic reference is one only where it leads to a dynamic anchor of its name (JSON Schema 2020-12, 8.2.3.2).
        if (isDynamic && target.Node.StringMember("$dynamicAnchor") is { } anchor && schemas.Scope?.Anchor(anchor) is { } meant)
        {
            target = meant;
        }

        return DynamicScope.Enter(context.References, schemas.Scope, from, target) is { } scope
            ? schemas.ReadScoped(target, scope, schemas.Scope?.Key == scope.Key ? null : schema.ComponentName)
            : schemas.Read(target);
    }

    private void FillItems(ApiSchema schema, SpecPlace place)
    {
        if (place.Member("items") is { IsArray: true })
        {
            // The older form of a tuple.
            schema.PrefixItems = Many(place, "items");
            schema.Items = One(place, "additionalItems");
        }
        else
        {
            schema.PrefixItems = Many(place, "prefixItems");
            schema.Items = One(place, "items");
        }
    }

    private ApiSchema? One(SpecPlace place, string name) =>
        place.Member(name) is { } member ? schemas.Read(member) : null;

    private ApiSchema[] Many(SpecPlace place, string name) =>
        place.Member(name) is { } list && context.ExpectList(list, "a list of schemas")
            ? [.. list.Items.Select(schemas.Read)]
            : [];

    private ApiProperty[] Properties(SpecPlace place, string name) =>
        place.Member(name) is { } map && context.ExpectObject(map, "an object of schemas")
            ? Array.ConvertAll(map.Node.Members, member => Property(map, member))
            : [];

    private ApiProperty Property(SpecPlace map, SpecMember member) =>
        new(member.Name, schemas.Read(map.At(member.Name, member.Value)));
}
