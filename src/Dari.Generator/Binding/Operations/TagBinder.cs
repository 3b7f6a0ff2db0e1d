using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Naming.Operations;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Operations;

/// <summary>Groups operations; each group is a client of its own.</summary>
internal sealed class TagBinder(BindingContext context, GroupNames names, OperationBinder operations)
{
    public TagModel[] Bind(IReadOnlyList<ApiOperation> selected) =>
        selected.GroupBy(names.KeyOf, StringComparer.OrdinalIgnoreCase).Select(group => Bind(group.Key, group.ToArray())).ToArray();

    private TagModel Bind(string key, ApiOperation[] members)
    {
        Identifier type = names.Client(key);
        string? tag = members.Select(operation => operation.Tags.FirstOrDefault()).FirstOrDefault(name => name is not null);
        SpecNode at = members[0].Node.Member("tags") ?? members[0].Node;
        bool isItsKey = names.Property(key).Plain.Equals(key, StringComparison.OrdinalIgnoreCase);
        context.ReportClash(at, "the group of " + members[0].Pointer, isItsKey ? null : key, names.Property(key));
        context.ReportClash(at, "the client of the group " + key, names.Property(key).Plain + "Client", type);
        ApiTag? declared = context.Document.Tags.FirstOrDefault(one => members.Any(operation => operation.Tags.Count > 0 && operation.Tags[0] == one.Name));
        return new TagModel
        {
            Property = names.Property(key),
            Type = type,
            Interface = Identifier.From("I" + type.Plain),
            Tag = declared?.Name ?? tag,
            Docs = new DocsModel(declared?.Description, null, null),
            Operations = Operations(Names(key, members).ToArray()),
        };
    }

    /// <summary>Each operation's method, and behind it those for its other media types, which take the names that are free.</summary>
    private OperationModel[] Operations((ApiOperation Operation, Identifier Name)[] members)
    {
        var free = new NameScope([.. MethodNames.OfObject, .. members.Select(pair => pair.Name.Plain)]);
        return members.SelectMany(pair => operations.Bind(pair.Operation, pair.Name, free)).ToArray();
    }

    /// <summary>Settled among all operations of the group, also those that were not asked for.</summary>
    private IEnumerable<(ApiOperation Operation, Identifier Name)> Names(string key, ApiOperation[] members)
    {
        ApiOperation[] all = names.Members(key).ToArray();
        var asked = new HashSet<ApiOperation>(members);
        Contender[] contenders = all.Select(operation => MethodNames.Of(operation, key, context.Overrides)).ToArray();
        Identifier[] settled = NameContest.Settle(new NameScope(MethodNames.OfObject), contenders);
        for (int i = 0; i < all.Length; i++)
        {
            if (!asked.Contains(all[i]))
            {
                continue;
            }

            if (settled[i].Plain != contenders[i].First)
            {
                context.Problems.Add(DiagnosticDescriptors.NameClash, all[i].Node, all[i].Pointer, contenders[i].First, settled[i].Plain);
            }

            yield return (all[i], settled[i]);
        }
    }
}
