using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Groups operations by their first tag; each group is a client of its own.</summary>
internal sealed class TagBinder(BindingContext context, OperationBinder operations)
{
    public TagModel[] Bind(IReadOnlyList<ApiOperation> selected)
    {
        var properties = new NameScope([.. MethodNames.OfObject, "Dispose"]);
        return selected
            .GroupBy(GroupOf)
            .Select(group => Bind(group.Key, group.ToArray(), properties))
            .ToArray();
    }

    private TagModel Bind(Group group, ApiOperation[] members, NameScope properties)
    {
        string name = MemberNames.Pascal(group.Name);
        Identifier property = properties.Take(name, name + "Operations");
        ApiTag? declared = group.Tag is null ? null : context.Document.Tags.FirstOrDefault(tag => tag.Name == group.Tag);
        Identifier type = TypeName(property);
        context.Types.Reserve("I" + type.Plain);
        return new TagModel
        {
            Property = property,
            Type = type,
            Interface = Identifier.From("I" + type.Plain),
            Tag = group.Tag,
            Docs = new DocsModel(declared?.Description, null, null),
            Operations = Names(group, members).Select(pair => operations.Bind(pair.Operation, pair.Name)).ToArray(),
        };
    }

    private Identifier TypeName(Identifier property)
    {
        string? free = new[] { "Client", "OperationsClient", "GroupClient" }
            .Select(suffix => property.Plain + suffix)
            .FirstOrDefault(name => context.Types.IsFree(name) && context.Types.IsFree("I" + name));
        return context.Types.Name([free ?? property.Plain + "TagClient"], out _);
    }

    /// <summary>
    /// Operations of one group that would have the same name all take their next candidate, so that which of them comes
    /// first in the document does not matter.
    /// </summary>
    private IEnumerable<(ApiOperation Operation, Identifier Name)> Names(Group group, ApiOperation[] members)
    {
        IReadOnlyList<string>[] candidates = members.Select(operation => OperationNames.Candidates(operation, group.Name)).ToArray();
        int[] level = new int[members.Length];
        while (Advance(candidates, level))
        {
        }

        var scope = new NameScope(MethodNames.OfObject);
        for (int i = 0; i < members.Length; i++)
        {
            Identifier name = scope.Take(out string? clash, [candidates[i][level[i]] + "Async"]);
            if (level[i] > 0 || clash is not null)
            {
                context.Problems.Add(DiagnosticDescriptors.NameClash, members[i].Node, members[i].Pointer, candidates[i][0] + "Async", name.Plain);
            }

            yield return (members[i], name);
        }
    }

    private static bool Advance(IReadOnlyList<string>[] candidates, int[] level)
    {
        var clashing = Enumerable.Range(0, candidates.Length)
            .GroupBy(i => candidates[i][level[i]], StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .SelectMany(same => same)
            .Where(i => level[i] + 1 < candidates[i].Count)
            .ToArray();
        foreach (int i in clashing)
        {
            level[i]++;
        }

        return clashing.Length > 0;
    }

    private static Group GroupOf(ApiOperation operation)
    {
        if (operation.Tags.Count > 0)
        {
            return new Group(operation.Tags[0], operation.Tags[0]);
        }

        // Without a tag the first word of the path is what belongs together.
        string? segment = operation.Path
            .Split(['/'], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(part => !part.Contains("{") && !OperationNames.IsVersion(part) && Words.Split(part).Count > 0);
        return new Group(segment ?? "Root", null);
    }

    private sealed record Group(string Name, string? Tag);
}
