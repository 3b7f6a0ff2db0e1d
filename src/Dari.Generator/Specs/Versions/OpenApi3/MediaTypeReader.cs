using System.Collections.Generic;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Schemas;

namespace Dari.Generator.Specs.Versions.OpenApi3;

/// <summary>Reads <c>content</c> of request bodies and responses.</summary>
internal sealed class MediaTypeReader(ReadContext context, SchemaReader schemas)
{
    private readonly HeaderReader _headers = new(context, new ParameterReader(context, schemas));

    public IReadOnlyList<ApiMediaType> Content(SpecPlace holder)
    {
        var mediaTypes = new List<ApiMediaType>();
        if (holder.Member("content") is not { } content || !context.ExpectObject(content, "an object of media types"))
        {
            return mediaTypes;
        }

        foreach ((string name, SpecPlace place) in content.Members)
        {
            // "application/json:" with nothing below says that there is a body and nothing about it.
            SpecPlace? target = place.Node.Kind == Syntax.SpecNodeKind.Null ? place : context.Follow(place, "a media type");
            if (target is { } mediaType)
            {
                mediaTypes.Add(MediaType(name, mediaType));
            }
        }

        return mediaTypes;
    }

    private ApiMediaType MediaType(string name, SpecPlace place)
    {
        foreach (string positional in (string[])["prefixEncoding", "itemEncoding"])
        {
            if (place.Member(positional) is { } encoding)
            {
                context.ReportLeftOut(encoding, "parts of a multipart body are sent by name, not by position");
            }
        }

        return Read(name, place);
    }

    private ApiMediaType Read(string name, SpecPlace place) => new()
    {
        Node = place.Node,
        Pointer = place.Pointer.ToString(),
        Name = name,
        Schema = Schema(place, "schema"),
        ItemSchema = Schema(place, "itemSchema"),
        Encoding = Encoding(place),
    };

    private ApiSchema? Schema(SpecPlace place, string name) =>
        place.Member(name) is { } schema ? schemas.Read(schema) : null;

    private List<ApiEncoding> Encoding(SpecPlace mediaType)
    {
        var encodings = new List<ApiEncoding>();
        if (mediaType.Member("encoding") is { } map && context.ExpectObject(map, "an object of encodings"))
        {
            foreach ((string property, SpecPlace encoding) in map.Members)
            {
                if (context.ExpectObject(encoding, "an encoding"))
                {
                    encodings.Add(new ApiEncoding(
                        property,
                        context.Text(encoding, "contentType"),
                        encoding.Member("style") is { } style ? ParameterStyles.Read(context, style) : null,
                        context.Flag(encoding, "explode"),
                        context.Flag(encoding, "allowReserved") ?? false)
                    {
                        Headers = _headers.Read(encoding),
                    });
                }
            }
        }

        return encodings;
    }
}
