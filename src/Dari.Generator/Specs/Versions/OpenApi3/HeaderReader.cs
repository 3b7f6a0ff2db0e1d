using System.Collections.Generic;
using Dari.Generator.Specs.References;

namespace Dari.Generator.Specs.Versions.OpenApi3;

/// <summary>Reads <c>headers</c> of responses and of parts of a multipart body.</summary>
internal sealed class HeaderReader(ReadContext context, ParameterReader parameters)
{
    public IReadOnlyList<ApiHeader> Read(SpecPlace holder)
    {
        if (holder.Member("headers") is not { } map || !context.ExpectObject(map, "an object of headers"))
        {
            return [];
        }

        var headers = new List<ApiHeader>();
        foreach ((string name, SpecPlace place) in map.Members)
        {
            if (context.Follow(place, "a header") is { } header)
            {
                (ApiSchema schema, string? contentType) = parameters.Schema(header);
                headers.Add(new ApiHeader(
                    name,
                    context.Text(header, "description"),
                    schema,
                    context.Flag(header, "required") ?? false,
                    context.Flag(header, "deprecated") ?? false)
                {
                    Node = header.Node,
                    Pointer = header.Pointer.ToString(),
                    ContentType = contentType,
                    Explode = context.Flag(header, "explode") ?? false,
                });
            }
        }

        return headers;
    }
}
