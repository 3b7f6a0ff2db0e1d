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
    private readonly Queue<(ApiSchema Schema, SpecPlace Place)> _open = new();
    private readonly List<ApiNamedSchema> _others = [];
    private readonly SchemaKeywords _keywords = new(context);

    /// <summary>Named schemas of other documents, as far as references lead to them.</summary>
    public IReadOnlyList<ApiNamedSchema> Others => _others;

    public ApiSchema Read(SpecPlace place)
    {
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
                _open.Enqueue((schema, place));
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
            (ApiSchema schema, SpecPlace place) = _open.Dequeue();
            children.Fill(schema, place);
        }

        children.CutCircles();
    }

    /// <summary>An object without members where <paramref name="node"/> stands.</summary>
    private static SpecNode Nothing(SpecNode node) =>
        new() { Kind = SpecNodeKind.Object, Start = node.Start, End = node.End };
}
