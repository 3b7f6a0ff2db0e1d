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
    public static EnumModel Bind(ApiSchema target, SchemaShape shape, Identifier name, BindingContext context)
    {
        bool isNumber = shape.Types != SchemaTypes.String && SchemaClassifier.ValueKind(shape) == SpecNodeKind.Number;
        ApiSchema origin = shape.EnumOrigin ?? target;
        ScalarKind kind = isNumber ? ScalarKind.Int64 : ScalarKind.String;
        EnumModel model = Create(name, SchemaDocs.Of(shape), target.Pointer, kind, context.EnumNames.Of(origin, shape.Enum), context, shape.Enum);
        return model with { IsJoined = target.IsJoined };
    }

    public static EnumModel Create(
        Identifier name,
        DocsModel docs,
        string pointer,
        ScalarKind kind,
        IEnumerable<EnumCandidate> values,
        BindingContext context,
        IReadOnlyList<SpecNode> nodes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        EnumCandidate[] distinct = values.Where(value => seen.Add(value.Wire)).ToArray();
        WireName[] wires = distinct.Select(value => new WireName(value.Wire, value.Name)).ToArray();
        Identifier[] names = MemberNames.EnumValues(MemberNames.ScopeOfEnum(name), wires);
        NameScope empty = MemberNames.ScopeOfEnum(name);
        Dictionary<string, SpecNode> written = FirstByText(nodes);
        for (int i = 0; i < names.Length; i++)
        {
            if (written.TryGetValue(distinct[i].Wire, out SpecNode? node))
            {
                context.ReportClash(node, "the value '" + distinct[i].Wire + "' of " + pointer, MemberNames.Wish(empty, wires[i]), names[i]);
            }
        }

        return new EnumModel
        {
            Name = name,
            Docs = docs,
            Pointer = pointer,
            Kind = kind,
            Values = distinct.Select((value, i) => new EnumValueModel(names[i], value.Wire, value.Description)).ToArray(),
        };
    }

    private static Dictionary<string, SpecNode> FirstByText(IReadOnlyList<SpecNode> nodes)
    {
        var first = new Dictionary<string, SpecNode>(nodes.Count, StringComparer.Ordinal);
        foreach (SpecNode node in nodes)
        {
            if (node.Text is { } text && !first.ContainsKey(text))
            {
                first.Add(text, node);
            }
        }

        return first;
    }
}
