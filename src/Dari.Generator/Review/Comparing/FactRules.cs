using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Comparing;

/// <summary>Finds the rule for a fact that is there on one side only, or another one.</summary>
internal static class FactRules
{
    // From the narrowest on: what is of one fits all behind it.
    private static readonly string[][] Widths = [["int8", "int16", "int32", "int64"], ["uint8", "uint16", "uint32", "uint64"], ["float", "double"]];

    // Formats that generated code reads and writes as something else than text or as another number.
    private static readonly string[] Meaningful =
    [
        "date-time", "date", "uuid", "uri", "byte", "binary", "base64", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
        "uint64", "integer", "long", "float", "double", "decimal",
    ];

    // What generated code takes for the format where none is said: nothing changes when it is.
    private static readonly string[] Usual = ["int64", "integer", "long", "double"];

    /// <returns><see langword="null"/> where the fact tells nobody anything on its own.</returns>
    public static Rule? Find(ContractKind kind, string fact, string? old, string? now) => fact switch
    {
        "required" => Required(kind, isRequired: now is not null),
        "deprecated" => now is null ? LifecycleRules.Undeprecated : LifecycleRules.Deprecated,
        "x-sunset" => Sunset(old, now),
        "address" => ServerRules.AddressChanged,
        "operationId" => OperationRules.IdChanged,
        "group" => OperationRules.GroupChanged,
        "path" => null,
        "name" when kind == ContractKind.Parameter => OperationRules.PathParameterRenamed,
        "style" when kind == ContractKind.Parameter => old is null || now is null ? null : ParameterRules.StyleChanged,
        "explode" when kind == ContractKind.Parameter => old is null || now is null ? null : ParameterRules.ExplodeChanged,
        "content" => ParameterRules.ContentChanged,
        "allowReserved" when kind == ContractKind.Parameter => ParameterRules.ReservedChanged,
        "x-query-prefix" => ParameterRules.PrefixChanged,
        "kind" or "at" when kind == ContractKind.Scheme => SecurityRules.SchemeChanged,
        "ref" when kind == ContractKind.Mapping => UnionRules.MappingChanged,
        "x-dari-name" => ExtensionRules.NameChanged,
        "x-enum-varnames" or "x-enumNames" or "x-ms-enum" => EnumRules.NamesChanged,
        _ when kind == ContractKind.Encoding => BodyRules.EncodingChanged,
        "first" => null,
        _ when kind == ContractKind.Server => ServerRules.VariableChanged,
        _ when fact.StartsWith("x-", StringComparison.Ordinal) => ExtensionRules.Changed,
        _ => Schema(fact, old, now),
    };

    private static Rule? Schema(string fact, string? old, string? now) => fact switch
    {
        "type" => Type(TypeWords.Split(old), TypeWords.Split(now)),
        "format" => Format(old, now),
        "nullable" => now is null ? TypeRules.BecameNotNullable : TypeRules.BecameNullable,
        "readOnly" => now is null ? TypeRules.BecameNotReadOnly : TypeRules.BecameReadOnly,
        "writeOnly" => now is null ? TypeRules.BecameNotWriteOnly : TypeRules.BecameWriteOnly,
        "default" => TypeRules.DefaultChanged,
        "contentEncoding" => TypeRules.EncodingChanged,
        "contentMediaType" => TypeRules.MediaTypeChanged,
        "xml" => TypeRules.XmlChanged,
        "additionalProperties" => now is null ? ObjectRules.Opened : ObjectRules.Closed,
        "never" => now is null ? ObjectRules.NeverUnset : ObjectRules.NeverSet,
        "union" => old is null || now is null ? null : UnionRules.KindChanged,
        "discriminator" => old is null ? UnionRules.DiscriminatorAdded : now is null ? UnionRules.DiscriminatorRemoved : UnionRules.DiscriminatorChanged,
        "pattern" when old is not null && now is not null => LimitRules.PatternChanged,
        "multipleOf" when old is not null && now is not null => LimitRules.MultipleOfChanged,
        _ when LimitRules.Knows(fact) => Limit(fact, old, now),
        _ => null,
    };

    private static Rule? Required(ContractKind kind, bool isRequired) => kind switch
    {
        ContractKind.Parameter => isRequired ? ParameterRules.BecameRequired : ParameterRules.BecameOptional,
        ContractKind.Body => isRequired ? BodyRules.BecameRequired : BodyRules.BecameOptional,
        ContractKind.Header => isRequired ? ResponseRules.HeaderBecameRequired : ResponseRules.HeaderBecameOptional,
        ContractKind.Property => isRequired ? ObjectRules.BecameRequired : ObjectRules.BecameOptional,
        _ => null,
    };

    private static Rule Sunset(string? old, string? now)
    {
        if (old is null || now is null)
        {
            return old is null ? LifecycleRules.SunsetSet : LifecycleRules.SunsetRemoved;
        }

        // Days as ISO 8601 writes them sort as text.
        return string.CompareOrdinal(now.Trim('"'), old.Trim('"')) < 0 ? LifecycleRules.SunsetEarlier : LifecycleRules.SunsetLater;
    }

    public static Rule Type(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        // No type at all is any type.
        bool fits = now.Count == 0 || (old.Count > 0 && old.All(word => Holds(now, word)));
        bool held = old.Count == 0 || (now.Count > 0 && now.All(word => Holds(old, word)));
        return fits == held ? TypeRules.Changed : fits ? TypeRules.Widened : TypeRules.Narrowed;
    }

    private static bool Holds(IReadOnlyList<string> types, string word) =>
        types.Contains(word) || (word == "integer" && types.Contains("number"));

    private static Rule Format(string? old, string? now)
    {
        if ((!Means(old) && !Means(now)) || (old is null && IsUsual(now)) || (now is null && IsUsual(old)))
        {
            return TypeRules.AnnotationChanged;
        }

        if (!Means(old) || !Means(now))
        {
            return Means(now) ? TypeRules.FormatNarrowed : TypeRules.FormatWidened;
        }

        foreach (string[] widths in Widths)
        {
            int before = Array.IndexOf(widths, old);
            int after = Array.IndexOf(widths, now);
            if (before >= 0 && after >= 0)
            {
                return after < before ? TypeRules.FormatNarrowed : TypeRules.FormatWidened;
            }
        }

        return TypeRules.FormatChanged;
    }

    private static bool IsUsual(string? format) => Array.IndexOf(Usual, format) >= 0;

    private static bool Means(string? format) => format is not null && Array.IndexOf(Meaningful, format) >= 0;

    private static Rule? Limit(string keyword, string? old, string? now)
    {
        if (old is null || now is null)
        {
            return now is null ? LimitRules.Widened(keyword) : LimitRules.Narrowed(keyword);
        }

        int order = Compare(old, now);
        if (order == 0)
        {
            return null; // 1 and 1.0
        }

        bool isLower = keyword.StartsWith("min", StringComparison.Ordinal) || keyword == "exclusiveMinimum";
        return order < 0 == isLower ? LimitRules.Narrowed(keyword) : LimitRules.Widened(keyword);
    }

    private static int Compare(string old, string now) =>
        decimal.TryParse(old, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal before)
        && decimal.TryParse(now, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal after)
            ? before.CompareTo(after)
            : double.Parse(old, NumberStyles.Float, CultureInfo.InvariantCulture).CompareTo(double.Parse(now, NumberStyles.Float, CultureInfo.InvariantCulture));
}
