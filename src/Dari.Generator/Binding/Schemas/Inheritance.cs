using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Schemas;

/// <summary>
/// Finds the schemas that others extend by <c>allOf</c> under a discriminator: each is a union of what extends it.
/// </summary>
internal sealed class Inheritance
{
    private readonly Dictionary<ApiSchema, List<ApiNamedSchema>> _children = [];

    public Inheritance(ApiDocument document)
    {
        foreach (ApiNamedSchema schema in document.Schemas)
        {
            if (Root(schema.Schema) is { } root)
            {
                if (!_children.TryGetValue(root, out List<ApiNamedSchema>? children))
                {
                    _children.Add(root, children = []);
                }

                children.Add(schema);
            }
        }
    }

    public bool IsBase(ApiSchema schema) => _children.ContainsKey(schema);

    /// <summary>In document order.</summary>
    public IReadOnlyList<ApiNamedSchema> Children(ApiSchema schema) => _children[schema];

    /// <summary>The topmost discriminated schema that one extends; a schema in the middle is a case like any other.</summary>
    private static ApiSchema? Root(ApiSchema schema)
    {
        ApiSchema? root = null;
        var seen = new HashSet<ApiSchema> { schema };
        var open = new Queue<ApiSchema>(schema.AllOf);
        while (open.Count > 0)
        {
            ApiSchema part = open.Dequeue();
            if (!seen.Add(part))
            {
                continue;
            }

            if (part.Reference is { } reference)
            {
                open.Enqueue(reference);
            }
            else if (part is { Discriminator: not null, ComponentName: not null })
            {
                // Where the base lists its cases itself, what it does not list is not one of them.
                root = part.OneOf.Concat(part.AnyOf).ToArray() is { Length: > 0 } listed && !listed.Any(b => ShapeFolder.Follow(b, out _) == schema)
                    ? root
                    : part;
            }

            foreach (ApiSchema inner in part.AllOf)
            {
                open.Enqueue(inner);
            }
        }

        return root;
    }
}
