using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Schemas;

/// <summary>Enumerations of strings or integers, with the names that vendors give their values.</summary>
internal static class EnumBinder
{
    private static readonly string[] NameExtensions = ["x-dari-enum-names", "x-enum-varnames", "x-enumNames", "x-enum-names"];

    private static readonly string[] DescriptionExtensions = ["x-enum-descriptions", "x-enumDescriptions"];

    public static EnumModel Bind(ApiSchema target, SchemaShape shape, Identifier name)
    {
        bool isNumber = shape.Types != SchemaTypes.String && SchemaClassifier.ValueKind(shape) == SpecNodeKind.Number;
        ApiSchema origin = shape.EnumOrigin ?? target;
        return Create(
            name, SchemaDocs.Of(shape), target.Pointer, isNumber ? ScalarKind.Int64 : ScalarKind.String, Values(origin, shape.Enum));
    }

    public static EnumModel Create(
        Identifier name, DocsModel docs, string pointer, ScalarKind kind, IEnumerable<EnumCandidate> values)
    {
        NameScope scope = MemberNames.ScopeOfEnum(name);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new EnumModel
        {
            Name = name,
            Docs = docs,
            Pointer = pointer,
            Kind = kind,
            Values = values
                .Where(value => seen.Add(value.Wire))
                .Select(value => new EnumValueModel(MemberNames.EnumValue(scope, value.Name ?? value.Wire), value.Wire, value.Description))
                .ToArray(),
        };
    }

    public static IEnumerable<EnumCandidate> Values(ApiSchema origin, IReadOnlyList<SpecNode> values)
    {
        SpecNode[]? names = Texts(origin, NameExtensions, values.Count);
        SpecNode[]? descriptions = Texts(origin, DescriptionExtensions, values.Count);
        SpecNode[] ms = origin.Extension("x-ms-enum")?.Member("values")?.Items ?? [];
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Kind == SpecNodeKind.Null)
            {
                continue;
            }

            SpecNode? known = Array.Find(ms, item => item.Member("value")?.Text == values[i].Text);
            yield return new EnumCandidate(
                values[i].Text,
                known?.StringMember("name") ?? names?[i].Text,
                known?.StringMember("description") ?? descriptions?[i].Text);
        }
    }

    private static SpecNode[]? Texts(ApiSchema origin, string[] extensions, int count) =>
        extensions
            .Select(name => origin.Extension(name)?.Items)
            .FirstOrDefault(items => items?.Length == count && items.All(item => item.Kind == SpecNodeKind.String && item.Text.Length > 0));
}

/// <summary>A value of an enumeration, and what the document calls it.</summary>
internal sealed record EnumCandidate(string Wire, string? Name, string? Description);
