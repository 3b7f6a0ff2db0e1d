using System;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Schemas;

/// <summary>Reads <c>type</c>, one or a list, and knows a few words that are none but clear.</summary>
internal sealed class SchemaTypeReader(ReadContext context)
{
    /// <summary>The types, and the format that the word for a type implies.</summary>
    public (SchemaTypes Types, string? Format) Read(SpecPlace schema)
    {
        // Not Member: an unquoted null is a type here.
        if (schema.Node.Member("type") is not { } node)
        {
            return (SchemaTypes.None, null);
        }

        SpecPlace type = schema.At("type", node);
        if (!type.IsArray)
        {
            return ReadOne(type);
        }

        SchemaTypes types = SchemaTypes.None;
        string? format = null;
        foreach (SpecPlace item in type.Items)
        {
            (SchemaTypes itemTypes, string? itemFormat) = ReadOne(item);
            types |= itemTypes;
            format ??= itemFormat;
        }

        return (types, format);
    }

    /// <summary><c>items: string</c> where <c>items: { type: string }</c> is meant.</summary>
    public SchemaTypes? ReadBare(SpecPlace place)
    {
        SchemaTypes? types = place.Node.Kind == SpecNodeKind.String ? Known(place.Node.Text) : null;
        if (types is { } known)
        {
            string readAs = "a schema of type " + Described(known, format: null);
            context.ReportLeniency(place, "a schema", "'" + place.Node.Text + "'", readAs);
        }

        return types;
    }

    private (SchemaTypes Types, string? Format) ReadOne(SpecPlace type)
    {
        switch (type.Node.Kind)
        {
            case SpecNodeKind.Null:
                // "type:" with nothing behind it says nothing.
                return (type.Node.End > type.Node.Start ? SchemaTypes.Null : SchemaTypes.None, null);
            case SpecNodeKind.String:
                return Known(type.Node.Text) is { } known ? (known, null) : ReadUnknown(type);
            default:
                context.ReportKind(type, "the name of a type");
                return (SchemaTypes.None, null);
        }
    }

    private static SchemaTypes? Known(string type) => type switch
    {
        "string" => SchemaTypes.String,
        "object" => SchemaTypes.Object,
        "integer" => SchemaTypes.Integer,
        "array" => SchemaTypes.Array,
        "boolean" => SchemaTypes.Boolean,
        "number" => SchemaTypes.Number,
        "null" => SchemaTypes.Null,
        _ => null,
    };

    /// <summary><c>type: string, null</c>, which is a list whose brackets were forgotten.</summary>
    private SchemaTypes? ReadWithoutBrackets(SpecPlace type)
    {
        string[] words = [.. type.Node.Text.Trim('[', ']').Split(',', '|').Select(word => word.Trim())];
        if (words.Length < 2 || Array.Exists(words, word => Known(word) is null))
        {
            return null;
        }

        SchemaTypes types = words.Aggregate(SchemaTypes.None, (all, word) => all | Known(word)!.Value);
        context.ReportLeniency(type, "a list of types", "'" + type.Node.Text + "'", "the list [" + string.Join(", ", words) + "]");
        return types;
    }

    private (SchemaTypes Types, string? Format) ReadUnknown(SpecPlace type)
    {
        string word = type.Node.Text;
        if (ReadWithoutBrackets(type) is { } several)
        {
            return (several, null);
        }

        (SchemaTypes Types, string? Format) meant = word.ToLowerInvariant() switch
        {
            "file" => (SchemaTypes.String, "binary"),
            "int" or "long" => (SchemaTypes.Integer, null),
            "int32" or "int64" => (SchemaTypes.Integer, word.ToLowerInvariant()),

            // What many languages call a float has 64 bits, and a single would lose digits of it.
            "float" => (SchemaTypes.Number, null),
            "double" or "decimal" => (SchemaTypes.Number, word.ToLowerInvariant()),
            "bool" => (SchemaTypes.Boolean, null),
            "date" or "date-time" or "uuid" => (SchemaTypes.String, word.ToLowerInvariant()),
            "str" or "text" => (SchemaTypes.String, null),
            "any" => (SchemaTypes.None, null),
            _ => (Known(word.ToLowerInvariant()) ?? SchemaTypes.None, null),
        };

        // "file" is a type of 2.0, and survives harmlessly in documents that were converted from it.
        if (meant.Types == SchemaTypes.None)
        {
            context.ReportKind(type, "the name of a type");
        }
        else if (word != "file")
        {
            context.ReportLeniency(type, "the name of a type", "'" + word + "'", Described(meant.Types, meant.Format));
        }

        return meant;
    }

    private static string Described(SchemaTypes types, string? format) =>
        types.ToString().ToLowerInvariant() + (format is null ? "" : " with format " + format);
}
