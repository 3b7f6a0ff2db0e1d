using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Operations;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Schemas;

/// <summary>Which schemas a client sends and which it receives: <c>readOnly</c> and <c>writeOnly</c> mean something only then.</summary>
internal sealed class SchemaUsage
{
    private readonly HashSet<ApiSchema> _sent = [];
    private readonly HashSet<ApiSchema> _received = [];
    private readonly HashSet<ApiSchema> _forms = [];
    private readonly HashSet<ApiSchema> _json = [];
    private readonly Inheritance _inheritance;

    public SchemaUsage(ApiDocument document, Inheritance inheritance)
    {
        _inheritance = inheritance;
        foreach (ApiOperation operation in document.Operations)
        {
            Mark(Body(operation).Concat(operation.Parameters.Select(parameter => parameter.Schema)), _sent);
            Mark(operation.Responses.SelectMany(response => response.Content).SelectMany(Schemas), _received);
            Mark(operation.Responses.SelectMany(response => response.Headers).Select(header => header.Schema), _received);
            MarkForms(operation);
        }

        // The service calls us: its request is what we read.
        foreach (ApiOperation webhook in document.Webhooks.Concat(document.Operations.SelectMany(operation => operation.Callbacks)))
        {
            Mark(Body(webhook), _received);
        }
    }

    /// <summary>Every schema that operations lead to.</summary>
    public IEnumerable<ApiSchema> All => _sent.Concat(_received).Distinct();

    public bool IsSent(ApiSchema schema) => IsMarked(schema, _sent);

    public bool IsReceived(ApiSchema schema) => IsMarked(schema, _received);

    /// <summary>Whether a schema is sent as a form and is nowhere part of JSON: its name belongs to the form.</summary>
    public bool IsFormOnly(ApiSchema schema) => _forms.Contains(schema) && !_json.Contains(schema) && !_received.Contains(schema);

    private static bool IsMarked(ApiSchema schema, HashSet<ApiSchema> marked) =>
        marked.Contains(schema) || (schema.IsJoined && schema.AllOf.Concat(schema.AnyOf).Any(part => IsMarked(part, marked)));

    private void MarkForms(ApiOperation operation)
    {
        Mark(operation.Parameters.Select(parameter => parameter.Schema), _json);
        foreach (ApiMediaType media in operation.Body?.Content ?? [])
        {
            if (!MediaTypes.IsMultipart(media.Name) && !MediaTypes.IsUrlEncoded(media.Name))
            {
                Mark(Schemas(media), _json);
            }
            else if (media.Schema is { } schema)
            {
                ApiSchema form = ShapeFolder.Follow(schema, out _);
                _forms.Add(form);
                Mark(form.Properties.Select(property => property.Schema), _json);
                Mark(media.Encoding.SelectMany(encoding => encoding.Headers).Select(header => header.Schema), _json);
            }
        }
    }

    private static IEnumerable<ApiSchema> Body(ApiOperation operation) =>
        operation.Body is { } body ? body.Content.SelectMany(Schemas) : [];

    private static IEnumerable<ApiSchema> Schemas(ApiMediaType media)
    {
        if (media.Schema is { } schema)
        {
            yield return schema;
        }

        if (media.ItemSchema is { } item)
        {
            yield return item;
        }

        foreach (ApiHeader header in media.Encoding.SelectMany(encoding => encoding.Headers))
        {
            yield return header.Schema;
        }
    }

    private void Mark(IEnumerable<ApiSchema> roots, HashSet<ApiSchema> marked)
    {
        var open = new Stack<ApiSchema>(roots);
        while (open.Count > 0)
        {
            ApiSchema schema = open.Pop();
            if (!marked.Add(schema))
            {
                continue;
            }

            Push(schema, open);
        }
    }

    private void Push(ApiSchema schema, Stack<ApiSchema> open)
    {
        PushOne(schema.Reference, open);
        PushOne(schema.AdditionalProperties, open);
        PushOne(schema.Items, open);
        Push(schema.AllOf, open);
        Push(schema.AnyOf, open);
        Push(schema.OneOf, open);
        Push(schema.PrefixItems, open);
        Push(schema.Properties, open);
        Push(schema.PatternProperties, open);
        if (_inheritance.IsBase(schema))
        {
            foreach (ApiSchema child in _inheritance.Children(schema).Select(child => child.Schema))
            {
                open.Push(child);
            }
        }
    }

    private static void PushOne(ApiSchema? schema, Stack<ApiSchema> open)
    {
        if (schema is not null)
        {
            open.Push(schema);
        }
    }

    private static void Push(IReadOnlyList<ApiSchema> schemas, Stack<ApiSchema> open)
    {
        for (int i = 0; i < schemas.Count; i++)
        {
            open.Push(schemas[i]);
        }
    }

    private static void Push(IReadOnlyList<ApiProperty> properties, Stack<ApiSchema> open)
    {
        for (int i = 0; i < properties.Count; i++)
        {
            open.Push(properties[i].Schema);
        }
    }
}
