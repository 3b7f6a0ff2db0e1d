using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Binding.Naming.Types;

/// <summary>What a pointer names of what it goes through: <c>#/components/schemas/Pet/$defs/tag</c> is PetTag.</summary>
internal static class PlaceNames
{
    private static readonly HashSet<string> Keywords =
    [
        "#", "components", "schemas", "definitions", "$defs", "properties", "patternProperties", "items", "prefixItems", "allOf", "anyOf",
        "oneOf", "not", "additionalProperties", "paths", "responses", "content", "schema", "requestBody", "requestBodies", "parameters",
    ];

    public static NameHint Of(string pointer)
    {
        string[] words = pointer.Split('/')
            .Where(segment => !Keywords.Contains(segment) && !segment.All(char.IsDigit))
            .Select(segment => segment.Replace("~1", "/").Replace("~0", "~"))
            .ToArray();
        return new NameHint(MemberNames.Pascal(string.Join(" ", words)));
    }
}
