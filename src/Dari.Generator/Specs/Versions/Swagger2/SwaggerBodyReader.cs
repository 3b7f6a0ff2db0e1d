using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Schemas;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Versions.Swagger2;

/// <summary>Makes request bodies of <c>in: body</c> and <c>in: formData</c>.</summary>
internal sealed class SwaggerBodyReader(ReadContext context, SchemaReader schemas)
{
    private const string Multipart = "multipart/form-data";
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    public ApiRequestBody ReadBody(SpecPlace parameter, IReadOnlyList<string> consumes)
    {
        ApiSchema schema = parameter.Member("schema") is { } place ? schemas.Read(place) : SchemaReader.Anything(parameter);
        IReadOnlyList<string> mediaTypes = consumes.Count == 0 ? ["application/json"] : consumes;
        return new ApiRequestBody
        {
            Node = parameter.Node,
            Pointer = parameter.Pointer.ToString(),
            Description = context.Text(parameter, "description"),
            IsRequired = context.Flag(parameter, "required") ?? false,
            Content = [.. mediaTypes.Select(name => MediaType(parameter, name, schema, []))],
        };
    }

    /// <summary>The fields become the properties of one object.</summary>
    public ApiRequestBody ReadForm(SpecPlace operation, IReadOnlyList<SpecPlace> fields, IReadOnlyList<string> consumes)
    {
        SpecPlace place = operation.Member("parameters") ?? operation;
        var schema = new ApiSchema
        {
            Node = new SpecNode { Kind = SpecNodeKind.Object, Start = place.Node.Start, End = place.Node.End },
            Place = place.Pointer,
            Types = SchemaTypes.Object,
            Required = [.. fields.Where(IsRequired).Select(Name)],
            Properties = [.. fields.Select(field => new ApiProperty(Name(field), schemas.Read(field)))],
        };

        ApiEncoding[] encoding = [.. fields.Where(field => field.Node.StringMember("type") == "array").Select(Encoding)];
        return new ApiRequestBody
        {
            Node = schema.Node,
            Pointer = place.Pointer.ToString(),
            IsRequired = schema.Required.Count > 0,
            Content = [.. FormTypes(fields, consumes).Select(name => MediaType(place, name, schema, encoding))],
        };
    }

    /// <summary>Those of <c>consumes</c> that are forms; a file can only go by multipart.</summary>
    private static IReadOnlyList<string> FormTypes(IReadOnlyList<SpecPlace> fields, IReadOnlyList<string> consumes)
    {
        bool hasFile = fields.Any(field => field.Node.StringMember("type") == "file");
        string[] stated = [.. consumes.Where(name => Is(name, "multipart/") || (!hasFile && Is(name, UrlEncoded)))];
        return stated.Length > 0 ? stated : [hasFile ? Multipart : UrlEncoded];
    }

    private static bool Is(string mediaType, string start) => mediaType.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static ApiMediaType MediaType(
        SpecPlace place, string name, ApiSchema schema, IReadOnlyList<ApiEncoding> encoding) =>
        new()
        {
            Node = place.Node,
            Pointer = place.Pointer.ToString(),
            Name = name,
            Schema = schema,
            Encoding = encoding,
        };

    private ApiEncoding Encoding(SpecPlace field)
    {
        (ApiParameterStyle style, bool explode) = SwaggerCollectionFormat.Read(context, field, isForm: true);
        return new ApiEncoding(Name(field), ContentType: null, style, explode, AllowReserved: false);
    }

    private bool IsRequired(SpecPlace field) => context.Flag(field, "required") ?? false;

    private string Name(SpecPlace field) => context.Text(field, "name") ?? "";
}
