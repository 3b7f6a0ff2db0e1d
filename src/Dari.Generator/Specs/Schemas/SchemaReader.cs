using System.Collections.Generic;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Schemas;

/// <summary>
/// Reads schemas, each place once. <see cref="Read"/> makes the schema with its own keywords at once and leaves the
/// schemas in it for <see cref="Complete"/>, which works through a queue: no nesting and no cycle can exhaust the stack.
/// </summary>
internal sealed class SchemaReader(ReadContext context)
{
    // By node, not by pointer: a node stands in one place only, and its pointer need not be written out for this.
    private readonly Dictionary<SpecNode, ApiSchema> _schemas = [];
    private readonly Dictionary<(SpecNode Node, string Scope), ApiSchema> _scoped = [];
    private readonly Queue<(ApiSchema Schema, SpecPlace Place, DynamicScope? Scope)> _open = new();
    private readonly List<ApiNamedSchema> _others = [];
    private readonly SchemaKeywords _keywords = new(context);

    /// <summary>Named schemas beside those of the document: of other documents, and generic ones as they are for one user.</summary>
    public IReadOnlyList<ApiNamedSchema> Others => _others;

    /// <summary>What dynamic references mean in the schema whose parts are being read.</summary>
    public DynamicScope? Scope { get; private set; }

    public ApiSchema Read(SpecPlace place)
    {
        // Beyond the schema with an $id that it was entered for, a scope means nothing.
        if (Scope is { } scope && context.References.Resource(place)?.Node == scope.Resource.Node)
        {
            return ReadScoped(place, scope, component: null);
        }

        if (!_schemas.TryGetValue(place.Node, out ApiSchema? schema))
        {
            schema = _keywords.Read(place);
            _schemas.Add(place.Node, schema);
            if (place.File.IsOther && schema.ComponentName is { } name)
            {
                _others.Add(new ApiNamedSchema(name, schema));
            }

            if (place.IsObject)
            {
                _open.Enqueue((schema, place, null));
            }
        }

        return schema;
    }

    /// <summary>A schema as it is for one of those who refer to it.</summary>
    /// <param name="place">The schema.</param>
    /// <param name="scope">What its dynamic references mean.</param>
    /// <param name="component">Name of who refers to it: the schema's own name stays with the generic one.</param>
    public ApiSchema ReadScoped(SpecPlace place, DynamicScope scope, string? component)
    {
        if (!_scoped.TryGetValue((place.Node, scope.Key), out ApiSchema? schema))
        {
            schema = _keywords.Read(place, component);
            _scoped.Add((place.Node, scope.Key), schema);
            if (component is not null)
            {
                _others.Add(new ApiNamedSchema(component, schema));
            }

            if (place.IsObject)
            {
                _open.Enqueue((schema, place, scope));
            }
        }

        return schema;
    }

    /// <summary>A schema that no text of its own stands for, at the place that asked for it.</summary>
    public static ApiSchema Anything(SpecPlace at) => Implied(at, SchemaTypes.None);

    public static ApiSchema Implied(SpecPlace at, SchemaTypes types) =>
        new() { Node = Nothing(at.Node), Place = at.Pointer, Types = types };

    /// <summary>Reads everything that schemas read so far contain or refer to.</summary>
    public void Complete()
    {
        var children = new SchemaChildren(context, this);
        while (_open.Count > 0)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            (ApiSchema schema, SpecPlace place, Scope) = _open.Dequeue();
            children.Fill(schema, place);
        }

        Scope = null;
        children.CutCircles();
    }

    /// <summary>An object without members where <paramref name="node"/> stands.</summary>
    private static SpecNode Nothing(SpecNode node) =>
        new() { Kind = SpecNodeKind.Object, Start = node.Start, End = node.End };
}
