using System.Collections.Generic;
using Dari.Generator.Specs.References;

namespace Dari.Generator.Specs.Schemas;

/// <summary>The name that a schema has by its place, where it has one that people call it by.</summary>
internal static class ComponentNames
{
    /// <summary>In these a file that is no OpenAPI document keeps its schemas.</summary>
    private static readonly string[] Holders = ["$defs", "definitions", "schemas", "models", "types"];

    /// <summary>In these a file that is one schema has further ones, which have no names.</summary>
    private static readonly HashSet<string> Keywords =
    [
        "items", "additionalItems", "unevaluatedItems", "contains", "not", "if", "then", "else", "additionalProperties",
        "unevaluatedProperties", "propertyNames", "contentSchema", "schema",
    ];

    public static string? Of(SpecPlace place)
    {
        SpecPointer pointer = place.Pointer;
        if (pointer.Parent is not { } parent)
        {
            return place.File.IsOther ? FileName(place.File.Path) : null;
        }

        if (parent.Is("components", "schemas") || parent.Is("definitions"))
        {
            return pointer.Segment;
        }

        if (!place.File.IsOther || Keywords.Contains(pointer.Segment))
        {
            return null;
        }

        // common.yaml#/Pet and defs.json#/$defs/Pet.
        return parent.Parent is null || System.Array.Exists(Holders, parent.Is) ? pointer.Segment : null;
    }

    /// <summary><c>pet</c> for <c>schemas/pet.schema.json</c>.</summary>
    private static string FileName(string path)
    {
        string name = SpecPath.FileName(path);
        int dot = name.IndexOf('.');
        return dot > 0 ? name.Substring(0, dot) : name;
    }
}
