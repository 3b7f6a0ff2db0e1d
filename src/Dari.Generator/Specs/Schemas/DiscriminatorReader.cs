using System.Collections.Generic;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Schemas;

/// <summary>Reads <c>discriminator</c>: an object, and in 2.0 just the name of the property.</summary>
internal sealed class DiscriminatorReader(ReadContext context, SchemaReader schemas)
{
    public ApiDiscriminator? Read(SpecPlace place)
    {
        if (place.Node.Kind == SpecNodeKind.String)
        {
            return new ApiDiscriminator(place.Node.Text, [], place.Node);
        }

        if (!context.ExpectObject(place, "a discriminator"))
        {
            return null;
        }

        if (context.Text(place, "propertyName") is not { } propertyName)
        {
            context.ReportLeftOut(place, "it names no property");
            return null;
        }

        return new ApiDiscriminator(propertyName, Mapping(place), place.Node)
        {
            DefaultMapping = place.Member("defaultMapping") is { } fallback ? Target(fallback) : null,
        };
    }

    private List<ApiMapping> Mapping(SpecPlace discriminator)
    {
        var mapping = new List<ApiMapping>();
        if (discriminator.Member("mapping") is { } map && context.ExpectObject(map, "an object of references"))
        {
            foreach ((string value, SpecPlace reference) in map.Members)
            {
                if (Target(reference) is { } target)
                {
                    mapping.Add(new ApiMapping(value, target));
                }
            }
        }

        return mapping;
    }

    private ApiSchema? Target(SpecPlace reference)
    {
        if (reference.Node.Kind != SpecNodeKind.String)
        {
            context.ReportKind(reference, "a reference");
            return null;
        }

        string text = reference.Node.Text;
        SpecPlace? target = Component(reference.File, text) ?? context.References.Resolve(reference, text) ?? Component(context.References.Main, text);
        if (target is null)
        {
            context.ReportReference(reference, text, "this case is left out");
        }

        return target is null ? null : schemas.Read(target.Value);
    }

    /// <summary>
    /// A bare name is that of a component of its file first, and a relative reference only if there is none. A fragment has
    /// its schemas under <c>$defs</c> or at its root; what it does not have is the document's that it belongs to.
    /// </summary>
    private SpecPlace? Component(SpecFile file, string name)
    {
        if (name.IndexOfAny(['#', '/']) >= 0)
        {
            return null;
        }

        return Under(file.RootPlace.Member("components")?.Member("schemas"), name)
            ?? Under(file.RootPlace.Member("definitions"), name)
            ?? (file.IsOther ? Under(file.RootPlace.Member("$defs"), name) ?? Under(file.RootPlace, name) : null);
    }

    private static SpecPlace? Under(SpecPlace? schemas, string name) => schemas?.Member(name);
}
