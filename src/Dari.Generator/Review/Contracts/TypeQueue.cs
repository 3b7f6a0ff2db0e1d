using System;
using System.Collections.Generic;
using Dari.Generator.Specs;

namespace Dari.Generator.Review.Contracts;

/// <summary>Names what references lead to, and remembers it until it is described: each place once, however often it is mentioned.</summary>
internal sealed class TypeQueue
{
    private readonly Dictionary<ApiSchema, string> _names = [];
    private readonly Queue<ApiSchema> _open = new();

    /// <summary>The name of a component of the document; for any other place its JSON pointer.</summary>
    public string NameOf(ApiSchema schema)
    {
        if (!_names.TryGetValue(schema, out string? name))
        {
            bool isOwn = schema.ComponentName is not null && schema.Pointer.StartsWith("#", StringComparison.Ordinal);
            name = isOwn ? schema.ComponentName! : schema.Pointer;
            _names.Add(schema, name);
            _open.Enqueue(schema);
        }

        return name;
    }

    public ApiSchema? Next() => _open.Count > 0 ? _open.Dequeue() : null;
}
