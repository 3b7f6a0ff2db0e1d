using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Schemas;

namespace Dari.Generator.Specs.Versions.OpenApi3;

/// <summary>How 3.0, 3.1 and 3.2 write what 2.0 writes in another way.</summary>
internal sealed class OpenApi3Parts(ReadContext context, SchemaReader schemas, SpecPlace root) : IVersionParts
{
    private readonly ParameterReader _parameters = new(context, schemas);
    private readonly HeaderReader _headers = new(context, new ParameterReader(context, schemas));
    private readonly MediaTypeReader _mediaTypes = new(context, schemas);
    private readonly ServerReader _servers = new(context);

    public SpecPlace? Schemas() => Component("schemas");

    public IReadOnlyList<ApiSecurityScheme> SecuritySchemes() =>
        new SecurityReader(context).Schemes(Component("securitySchemes"));

    public IReadOnlyList<ApiServer> Servers() => _servers.Read(root);

    public IReadOnlyList<ApiServer> Servers(SpecPlace place) => _servers.Read(place);

    public OperationInput Input(SpecPlace operation, IReadOnlyList<SpecPlace> parameters) =>
        new([.. parameters.Select(_parameters.Read).OfType<ApiParameter>()], Body(operation));

    public ApiResponse Response(SpecPlace operation, SpecPlace response, string status, string? description) => new()
    {
        Node = response.Node,
        Pointer = response.Pointer.ToString(),
        Status = status,
        Description = description,
        Content = _mediaTypes.Content(response),
        Headers = _headers.Read(response),
    };

    private SpecPlace? Component(string kind) =>
        root.Member("components") is { } components && context.ExpectObject(components, "an object")
            ? components.Member(kind)
            : null;

    private ApiRequestBody? Body(SpecPlace operation)
    {
        if (operation.Member("requestBody") is not { } place || context.Follow(place, "a request body") is not { } body)
        {
            return null;
        }

        return new ApiRequestBody
        {
            Node = body.Node,
            Pointer = body.Pointer.ToString(),
            Description = context.Text(body, "description"),
            IsRequired = context.Flag(body, "required") ?? false,
            Content = _mediaTypes.Content(body),
        };
    }
}
