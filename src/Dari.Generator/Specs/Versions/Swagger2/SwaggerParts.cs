using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Schemas;

namespace Dari.Generator.Specs.Versions.Swagger2;

/// <summary>How 2.0 writes what 3.x writes in another way.</summary>
internal sealed class SwaggerParts(ReadContext context, SchemaReader schemas, SpecPlace root) : IVersionParts
{
    private readonly SwaggerParameterReader _parameters = new(context, schemas);
    private readonly SwaggerBodyReader _bodies = new(context, schemas);
    private readonly SwaggerMediaTypes _mediaTypes = new(context, root);
    private readonly SwaggerServerReader _servers = new(context, root);

    public SpecPlace? Schemas() => root.Member("definitions");

    public IReadOnlyList<ApiSecurityScheme> SecuritySchemes() =>
        new SecurityReader(context).Schemes(root.Member("securityDefinitions"));

    public IReadOnlyList<ApiServer> Servers() => _servers.Read(root);

    public IReadOnlyList<ApiServer> Servers(SpecPlace place) => _servers.ReadSchemes(place);

    public OperationInput Input(SpecPlace operation, IReadOnlyList<SpecPlace> parameters)
    {
        var plain = new List<ApiParameter>();
        var form = new List<SpecPlace>();
        SpecPlace? body = null;
        foreach (SpecPlace parameter in parameters)
        {
            switch (context.Text(parameter, "in")?.ToLowerInvariant())
            {
                case "body" when body is null:
                    body = parameter;
                    break;
                case "body":
                    context.ReportLeftOut(parameter, "an operation has one body");
                    break;
                case "formdata":
                    form.Add(parameter);
                    break;
                default:
                    plain.AddRange(_parameters.Read(parameter) is { } read ? [read] : System.Array.Empty<ApiParameter>());
                    break;
            }
        }

        return new OperationInput(plain, Body(operation, body, form));
    }

    public ApiResponse Response(SpecPlace operation, SpecPlace response, string status, string? description) => new()
    {
        Node = response.Node,
        Pointer = response.Pointer.ToString(),
        Status = status,
        Description = description,
        Content = Content(operation, response),
        Headers = Headers(response),
    };

    private ApiRequestBody? Body(SpecPlace operation, SpecPlace? body, List<SpecPlace> form)
    {
        IReadOnlyList<string> consumes = _mediaTypes.Of(operation, "consumes");
        if (body is { } place)
        {
            foreach (SpecPlace field in form)
            {
                context.ReportLeftOut(field, "an operation cannot have both a body and form fields");
            }

            return _bodies.ReadBody(place, consumes);
        }

        return form.Count > 0 ? _bodies.ReadForm(operation, form, consumes) : null;
    }

    private ApiMediaType[] Content(SpecPlace operation, SpecPlace response)
    {
        if (response.Member("schema") is not { } place)
        {
            return [];
        }

        ApiSchema schema = schemas.Read(place);

        // An operation that produces a stream says by example that its errors are JSON.
        IEnumerable<string> shown = response.Node.Member("examples")?.Members.Select(example => example.Name) ?? [];
        string[] produces = [.. _mediaTypes.Of(operation, "produces").Union(shown.Where(name => name.IndexOf('/') > 0))];
        if (produces.Length == 0)
        {
            produces = [place.Node.StringMember("type") == "file" ? "application/octet-stream" : "application/json"];
        }

        return
        [
            .. produces.Select(name => new ApiMediaType
            {
                Node = response.Node,
                Pointer = response.Pointer.ToString(),
                Name = name,
                Schema = schema,
            }),
        ];
    }

    private List<ApiHeader> Headers(SpecPlace response)
    {
        var headers = new List<ApiHeader>();
        if (response.Member("headers") is { } map && context.ExpectObject(map, "an object of headers"))
        {
            foreach ((string name, SpecPlace header) in map.Members)
            {
                if (context.ExpectObject(header, "a header"))
                {
                    headers.Add(new ApiHeader(
                        name, context.Text(header, "description"), schemas.Read(header), IsRequired: false, IsDeprecated: false)
                    {
                        Node = header.Node,
                        Pointer = header.Pointer.ToString(),
                        Style = SwaggerCollectionFormat.Read(context, header, isForm: false).Style,
                    });
                }
            }
        }

        return headers;
    }
}
