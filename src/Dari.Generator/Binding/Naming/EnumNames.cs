using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Naming;

/// <summary>Values of enumerations with the names and words that a document gives them by extensions.</summary>
/// <remarks>
/// Three forms are in use: a list beside <c>enum</c> (<c>x-enum-varnames</c>, <c>x-enumNames</c>), a map from value to name
/// (<c>x-speakeasy-enums</c>) or to an object with a name (<c>x-fern-enum</c>), and a list of objects (<c>x-ms-enum</c>).
/// </remarks>
internal sealed class EnumNames(NameOverrides overrides)
{
    private static readonly string[] NameExtensions =
        ["x-dari-enum-names", "x-ms-enum", "x-speakeasy-enums", "x-fern-enum", "x-enum-varnames", "x-enumNames", "x-enum-names"];

    private static readonly string[] DescriptionExtensions =
        ["x-ms-enum", "x-fern-enum", "x-enum-descriptions", "x-enumDescriptions", "x-speakeasy-enum-descriptions"];

    public IEnumerable<EnumCandidate> Of(ApiSchema origin, IReadOnlyList<SpecNode> values)
    {
        SpecNode?[] names = Choose(origin, values, NameExtensions, "name", mustName: true);
        SpecNode?[] descriptions = Choose(origin, values, DescriptionExtensions, "description", mustName: false);
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i].Kind != SpecNodeKind.Null)
            {
                yield return new EnumCandidate(values[i].Text, NameOf(origin, names[i]), TextOf(descriptions[i]));
            }
        }
    }

    private string? NameOf(ApiSchema origin, SpecNode? node) =>
        node is null ? null : overrides.Value(node, origin.Pointer, NameExtensions.First(extension => origin.Extension(extension) is not null));

    private static string? TextOf(SpecNode? node) => node is { Kind: SpecNodeKind.String } ? node.Text : null;

    private SpecNode?[] Choose(ApiSchema origin, IReadOnlyList<SpecNode> values, string[] extensions, string member, bool mustName)
    {
        foreach (string extension in extensions)
        {
            if (origin.Extension(extension) is { } given && Read(given, values, member) is { } nodes)
            {
                return nodes;
            }

            if (mustName && origin.Extension(extension) is { Kind: SpecNodeKind.Array or SpecNodeKind.String } wrong)
            {
                overrides.Refuse(wrong, origin.Pointer, extension, "it must give as many names as there are values: " + values.Count.ToString(CultureInfo.InvariantCulture));
            }
        }

        return new SpecNode?[values.Count];
    }

    /// <summary>What an extension says of each value; <see langword="null"/> when it is in no form that is known.</summary>
    private static SpecNode?[]? Read(SpecNode given, IReadOnlyList<SpecNode> values, string member) => given.Kind switch
    {
        SpecNodeKind.Array => given.Items.Length == values.Count ? given.Items : null,
        SpecNodeKind.Object when given.Member("values") is { Kind: SpecNodeKind.Array } list =>
            values.Select(value => Array.Find(list.Items, item => item.Member("value")?.Text == value.Text)?.Member(member)).ToArray(),
        SpecNodeKind.Object => values.Select(value => given.Member(value.Text) is { } one ? one.Kind == SpecNodeKind.Object ? one.Member(member) : one : null).ToArray(),
        _ => null,
    };
}
