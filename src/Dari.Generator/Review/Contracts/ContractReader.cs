using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Dari.Generator.Review.Surface;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Paths;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Review.Contracts;

/// <summary>Turns a document into its contract: what both sides rely on, and nothing else.</summary>
internal sealed class ContractReader
{
    private readonly ApiDocument _document;
    private readonly TypeQueue _types = new();
    private readonly SchemaContract _schemas;
    private readonly SecurityWords _security;
    private readonly ContractNode _api;

    private ContractReader(ApiDocument document)
    {
        _document = document;
        _schemas = new SchemaContract(document.Texts, _types);
        _security = new SecurityWords(document);
        _api = new ContractNode(ContractKind.Api, "", new ContractPlace(document.Texts, document.Root, null, "#"));
    }

    /// <param name="document">The document.</param>
    /// <param name="operations">Those of its operations that count.</param>
    /// <param name="webhooks">Those of its webhooks that count.</param>
    /// <param name="isWhole">Schemas that no operation mentions count as well.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="System.OperationCanceledException"/>.</param>
    public static ContractNode Read(
        ApiDocument document,
        IReadOnlyList<ApiOperation> operations,
        IReadOnlyList<ApiOperation> webhooks,
        bool isWhole,
        CancellationToken cancellationToken) =>
        new ContractReader(document).Read(operations, webhooks, isWhole, cancellationToken);

    /// <summary>A path in which the names of parameters do not count: another name is the same address.</summary>
    public static string Address(string path)
    {
        foreach (PathHole hole in PathTemplate.Holes(path))
        {
            path = path.Replace("{" + hole.Text + "}", "{}");
        }

        return path;
    }

    private ContractNode Read(
        IReadOnlyList<ApiOperation> operations, IReadOnlyList<ApiOperation> webhooks, bool isWhole, CancellationToken cancellationToken)
    {
        _api.Say("title", _document.Title);
        _api.Say("summary", _document.Summary);
        _api.Say("description", _document.Description);
        _api.Set("security", _security.Global);
        Extensions(_api, _document.Root);
        Servers(_api, _document.Servers, _document.Root);
        foreach (ApiTag tag in _document.Tags)
        {
            _api.Say("tag " + tag.Name, tag.Description);
        }

        Schemes();
        foreach (ApiOperation operation in operations)
        {
            Operation(operation, ContractKind.Operation, operation.Method + " " + Address(operation.Path));
        }

        Callbacks(operations);

        foreach (ApiOperation webhook in webhooks)
        {
            Operation(webhook, ContractKind.Webhook, webhook.Method + " " + webhook.Path);
        }

        Types(isWhole, cancellationToken);
        return _api;
    }

    private void Schemes()
    {
        SpecNode? map = _document.Root.Member("components")?.Member("securitySchemes") ?? _document.Root.Member("securityDefinitions");
        string parent = _document.Root.Member("components") is null ? "#/securityDefinitions/" : "#/components/securitySchemes/";
        foreach (ApiSecurityScheme scheme in _document.SecuritySchemes)
        {
            SpecMember? key = ContractPlace.Key(map, scheme.Name);
            ContractNode node = _api.Add(
                ContractKind.Scheme, scheme.Name, new ContractPlace(_document.Texts, scheme.Node, key, parent + Escape(scheme.Name)));
            node.Set("kind", scheme.Kind.ToString());
            node.Set("at", scheme.ParameterName is { } parameter ? scheme.In.ToString().ToLowerInvariant() + " " + parameter : null);
            node.Say("description", scheme.Description);
        }
    }

    private void Servers(ContractNode node, IReadOnlyList<ApiServer> servers, SpecNode holder)
    {
        if (servers.Count == 0)
        {
            return;
        }

        node.Set("address", Binding.Operations.Servers.Absolute(servers[0]) ?? servers[0].Url);
        SpecNode written = holder.Member("servers") ?? holder;
        for (int i = 0; i < servers.Count; i++)
        {
            SpecNode place = i < written.Items.Length ? written.Items[i] : written;
            string pointer = node.Place!.Pointer + (holder.Member("servers") is null ? "" : "/servers/" + i.ToString(CultureInfo.InvariantCulture));
            ContractNode server = node.Child(ContractKind.Server, servers[i].Url)
                ?? node.Add(ContractKind.Server, servers[i].Url, new ContractPlace(_document.Texts, place, null, pointer));
            server.SetWhen(i == 0, "first");
            server.Say("description", servers[i].Description);
            foreach (ApiServerVariable variable in servers[i].Variables)
            {
                server.Set("variable " + variable.Name, variable.Default);
            }
        }
    }

    private void Operation(ApiOperation operation, ContractKind kind, string name)
    {
        ContractNode node = _api.Add(kind, name, OperationPlace(operation, kind));
        node.Set("path", kind == ContractKind.Operation ? operation.Path : null);
        node.Set("operationId", operation.OperationId);
        node.Set("group", operation.Tags.FirstOrDefault());
        node.SetWhen(operation.IsDeprecated, "deprecated");
        node.Set("security", _security.Own(operation));
        node.Say("summary", operation.Summary);
        node.Say("description", operation.Description);
        Extensions(node, operation.Node);
        Servers(node, operation.Servers, operation.Node);
        foreach (ApiParameter parameter in operation.Parameters)
        {
            Parameter(node, operation, parameter);
        }

        Body(node, operation.Body);
        foreach (ApiResponse response in operation.Responses)
        {
            Response(node, response, operation.Node.Member("responses"));
        }
    }

    /// <summary>Several operations may share one by reference; it is one callback all the same.</summary>
    private void Callbacks(IReadOnlyList<ApiOperation> operations)
    {
        foreach (ApiOperation callback in operations.SelectMany(operation => operation.Callbacks))
        {
            const string Word = "callback ";
            string words = PointerWords.Of(callback.Pointer);
            string name = words.StartsWith(Word, System.StringComparison.Ordinal) ? words.Substring(Word.Length) : callback.Method + " " + callback.Path;
            if (_api.Child(ContractKind.Callback, name) is null)
            {
                Operation(callback, ContractKind.Callback, name);
            }
        }
    }

    private ContractPlace OperationPlace(ApiOperation operation, ContractKind kind)
    {
        if (kind == ContractKind.Callback)
        {
            return new ContractPlace(_document.Texts, operation.Node, null, operation.Pointer);
        }

        SpecNode? paths = kind == ContractKind.Operation
            ? _document.Root.Member("paths")
            : _document.Root.Member("webhooks") ?? _document.Root.Member("x-webhooks");
        SpecMember? key = ContractPlace.Key(paths?.Member(operation.Path), operation.Method, System.StringComparison.OrdinalIgnoreCase);
        return new ContractPlace(_document.Texts, operation.Node, key, operation.Pointer);
    }

    private void Parameter(ContractNode operation, ApiOperation owner, ApiParameter parameter)
    {
        string place = parameter.In.ToString().ToLowerInvariant();
        int hole = PathTemplate.Holes(owner.Path).ToList().FindIndex(one => one.Name == parameter.Name || one.Text == parameter.Name);
        bool isHole = parameter.In == ApiParameterLocation.Path && hole >= 0;
        string name = parameter.In == ApiParameterLocation.Header ? parameter.Name.ToLowerInvariant() : parameter.Name;
        ContractNode node = operation.Add(
            ContractKind.Parameter,
            place + " " + (isHole ? "#" + (hole + 1).ToString(CultureInfo.InvariantCulture) : name),
            new ContractPlace(_document.Texts, parameter.Node, null, parameter.Pointer));
        _schemas.Describe(node, parameter.Schema);
        node.Set("name", isHole ? parameter.Name : null);
        node.SetWhen(parameter.IsRequired && !isHole, "required");
        node.SetWhen(parameter.IsDeprecated, "deprecated");
        node.SetWhen(parameter.AllowReserved, "allowReserved");
        node.Set("content", parameter.ContentType);
        node.Say("description", parameter.Description);
        node.Set("x-query-prefix", parameter.Extension("x-query-prefix")?.Text);
        if (parameter.ContentType is null && ParameterShape.HasParts(parameter))
        {
            node.Set("style", StyleWord(parameter.Style));
            node.Set("explode", parameter.Explode ? "true" : "false");
        }
    }

    private void Body(ContractNode operation, ApiRequestBody? body)
    {
        if (body is null)
        {
            return;
        }

        ContractNode node = operation.Add(ContractKind.Body, "", new ContractPlace(_document.Texts, body.Node, null, body.Pointer));
        node.SetWhen(body.IsRequired, "required");
        node.Say("description", body.Description);
        Content(node, body.Content);
    }

    private void Content(ContractNode holder, IReadOnlyList<ApiMediaType> content)
    {
        foreach (ApiMediaType media in content)
        {
            string name = Regex.Replace(media.Name.ToLowerInvariant(), "\\s*;\\s*", "; ").Trim();
            if (holder.Child(ContractKind.Media, name) is not null)
            {
                continue;
            }

            ContractNode node = holder.Add(ContractKind.Media, name, new ContractPlace(_document.Texts, media.Node, null, media.Pointer));
            if (media.Schema is { } schema)
            {
                _schemas.Describe(node, schema);
            }

            if (media.ItemSchema is { } item)
            {
                _schemas.Describe(node.Add(ContractKind.Items, "stream", node.Place), item);
            }

            foreach (ApiEncoding encoding in media.Encoding)
            {
                ContractNode part = node.Add(ContractKind.Encoding, encoding.Property, node.Place);
                part.Set("contentType", encoding.ContentType);
                part.Set("style", encoding.Style is { } style ? StyleWord(style) : null);
                part.Set("explode", encoding.Explode is { } explode ? (explode ? "true" : "false") : null);
                part.SetWhen(encoding.AllowReserved, "allowReserved");
            }
        }
    }

    private void Response(ContractNode operation, ApiResponse response, SpecNode? responses)
    {
        SpecMember? key = ContractPlace.Key(responses, response.Status, System.StringComparison.OrdinalIgnoreCase);
        ContractNode node = operation.Add(
            ContractKind.Response,
            response.Status,
            new ContractPlace(_document.Texts, response.Node, key, response.Pointer));
        node.Say("description", response.Description);
        Content(node, response.Content);
        foreach (ApiHeader header in response.Headers)
        {
            ContractNode child = node.Child(ContractKind.Header, header.Name.ToLowerInvariant())
                ?? node.Add(ContractKind.Header, header.Name.ToLowerInvariant(), new ContractPlace(_document.Texts, header.Schema.Node, null, header.Schema.Place));
            _schemas.Describe(child, header.Schema);
            child.SetWhen(header.IsRequired, "required");
            child.SetWhen(header.IsDeprecated, "deprecated");
            child.Say("description", header.Description);
        }
    }

    private void Types(bool isWhole, CancellationToken cancellationToken)
    {
        SpecNode? map = _document.Root.Member("components")?.Member("schemas") ?? _document.Root.Member("definitions");
        foreach (ApiNamedSchema schema in isWhole ? _document.Schemas : [])
        {
            _types.NameOf(schema.Schema);
        }

        while (_types.Next() is { } schema)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SpecMember? key = schema.ComponentName is { } name ? ContractPlace.Key(map, name) : null;
            ContractNode node = _api.Add(
                ContractKind.Type,
                _types.NameOf(schema),
                new ContractPlace(_document.Texts, schema.Node, key, schema.Place));
            _schemas.DescribeInPlace(node, schema);
        }
    }

    private static void Extensions(ContractNode node, SpecNode written)
    {
        foreach (SpecMember member in written.Members.Where(member => OurExtensions.IsOfOperation(member.Name)))
        {
            node.Set(member.Name, member.Value.Kind == SpecNodeKind.String ? member.Value.Text : CanonicalJson.Of(member.Value));
        }
    }

    private static string StyleWord(ApiParameterStyle style) =>
        char.ToLowerInvariant(style.ToString()[0]) + style.ToString().Substring(1);

    private static string Escape(string segment) => segment.Replace("~", "~0").Replace("/", "~1");
}
