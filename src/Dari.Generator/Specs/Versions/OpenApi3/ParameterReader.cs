using System.Collections.Generic;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Schemas;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Versions.OpenApi3;

/// <summary>Reads the parameters of 3.x. One that many operations mention is read once.</summary>
internal sealed class ParameterReader(ReadContext context, SchemaReader schemas)
{
    private readonly Dictionary<SpecNode, ApiParameter?> _read = [];

    /// <summary><see langword="null"/> for one that goes nowhere, which is reported.</summary>
    public ApiParameter? Read(SpecPlace place)
    {
        if (!_read.TryGetValue(place.Node, out ApiParameter? parameter))
        {
            parameter = ReadOne(place);
            _read.Add(place.Node, parameter);
        }

        return parameter;
    }

    /// <summary>The schema of a parameter or header, and the media type when it is serialised as one.</summary>
    public (ApiSchema Schema, string? ContentType) Schema(SpecPlace place)
    {
        if (place.Member("schema") is { } schema)
        {
            return (schemas.Read(schema), null);
        }

        if (place.Member("content") is { } content && context.ExpectObject(content, "an object of media types"))
        {
            foreach ((string name, SpecPlace mediaType) in content.Members)
            {
                SpecPlace? inner = context.Follow(mediaType, "a media type")?.Member("schema");
                return (inner is { } found ? schemas.Read(found) : SchemaReader.Anything(mediaType), name);
            }
        }

        if (place.Node.Member("type") is not null)
        {
            // How 2.0 wrote it.
            context.ReportLeniency(place, "a parameter with a 'schema'", "one with a 'type' of its own", "its own schema");
            return (schemas.Read(place), null);
        }

        return (SchemaReader.Anything(place), null);
    }

    private ApiParameter? ReadOne(SpecPlace place)
    {
        if (Location(place) is not { } location)
        {
            context.ReportLeftOut(place, "it needs 'in' (path, query, header or cookie)");
            return null;
        }

        (ApiSchema schema, string? contentType) = Schema(place);
        ApiParameterStyle style = Style(place, location);
        return new ApiParameter
        {
            Node = place.Node,
            Pointer = place.Pointer.ToString(),
            Name = context.Text(place, "name") ?? "",
            In = location,
            Description = context.Text(place, "description"),
            IsRequired = location == ApiParameterLocation.Path || (context.Flag(place, "required") ?? false),
            IsDeprecated = context.Flag(place, "deprecated") ?? false,
            AllowReserved = context.Flag(place, "allowReserved") ?? false,
            Style = style,
            Explode = context.Flag(place, "explode") ?? style == ApiParameterStyle.Form,
            Schema = schema,
            ContentType = contentType,
        };
    }

    private ApiParameterLocation? Location(SpecPlace place) => context.Text(place, "in")?.ToLowerInvariant() switch
    {
        "path" => ApiParameterLocation.Path,
        "query" => ApiParameterLocation.Query,
        "header" => ApiParameterLocation.Header,
        "cookie" => ApiParameterLocation.Cookie,
        "querystring" => ApiParameterLocation.QueryString,
        _ => null,
    };

    private ApiParameterStyle Style(SpecPlace place, ApiParameterLocation location)
    {
        ApiParameterStyle usual = location is ApiParameterLocation.Path or ApiParameterLocation.Header
            ? ApiParameterStyle.Simple
            : ApiParameterStyle.Form;
        return place.Member("style") is { } style ? ParameterStyles.Read(context, style) ?? usual : usual;
    }
}
