using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Companions;

/// <summary>A place in a body, as extensions write it: the name of a member, or a JSON pointer through several.</summary>
internal static class SchemaPath
{
    /// <summary>As a JSON pointer.</summary>
    public static string Pointer(string text) =>
        text.Length == 0 || text[0] == '/' ? text : "/" + text.Replace("~", "~0").Replace("/", "~1");

    /// <summary>The schema at a pointer; in a union the first branch in which it leads somewhere.</summary>
    public static ApiSchema? Find(ShapeFolder folder, ApiSchema schema, string pointer) =>
        Find(folder, schema, pointer.Split('/').Skip(1).Select(name => name.Replace("~1", "/").Replace("~0", "~")).ToArray(), 0, []);

    private static ApiSchema? Find(ShapeFolder folder, ApiSchema schema, string[] names, int done, HashSet<(ApiSchema, int)> seen)
    {
        if (done == names.Length)
        {
            return schema;
        }

        // A union may contain itself.
        if (!seen.Add((schema, done)))
        {
            return null;
        }

        SchemaShape shape = folder.Fold(schema);
        ApiSchema? found = shape.Property(names[done]) is { } property
            ? Find(folder, property.Schemas[0], names, done + 1, seen)
            : null;
        return found ?? shape.Unions
            .SelectMany(union => union.Branches)
            .Select(branch => Find(folder, branch, names, done, seen))
            .FirstOrDefault(place => place is not null);
    }
}
