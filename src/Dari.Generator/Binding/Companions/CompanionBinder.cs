using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Naming.Operations;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Companions;

/// <summary>
/// Puts companion methods beside operations once all of them are bound, because an upload or a poll needs several.
/// </summary>
/// <param name="binders">Those of methods that call operations.</param>
/// <param name="followers">Those of methods that call companions, which are bound by then.</param>
internal sealed class CompanionBinder(ICompanionBinder[] binders, ICompanionBinder[] followers)
{
    /// <summary>The groups, in their order, with the companions of their operations.</summary>
    /// <param name="groups">The groups as bound.</param>
    /// <param name="operations">The operations that were selected, of which the groups consist.</param>
    public TagModel[] Bind(IReadOnlyList<TagModel> groups, IReadOnlyList<ApiOperation> operations)
    {
        // Not by pointer: two paths may refer to one path item.
        ILookup<(string Method, string Path), ApiOperation> read = operations.ToLookup(operation => (operation.Method, operation.Path));
        BoundOperation[][] bound = groups
            .Select(group => group.Operations.Select(model => new BoundOperation(read[(model.Method, model.Template)].First(), model, group)).ToArray())
            .ToArray();
        NameScope[] names = groups
            .Select(group => new NameScope([.. MethodNames.OfObject, .. group.Operations.Select(operation => operation.Name.Plain)]))
            .ToArray();
        bound = Bind(bound, names, binders);
        bound = Bind(bound, names, followers);
        return groups.Select((group, place) => group with { Operations = bound[place].Select(one => one.Model).ToArray() }).ToArray();
    }

    private static BoundOperation[][] Bind(BoundOperation[][] groups, NameScope[] names, ICompanionBinder[] binders)
    {
        var index = new OperationIndex(groups.SelectMany(group => group).Where(operation => operation.Model.Variant is null));
        return groups.Select((group, place) => group.Select(operation => Bind(operation, index, names[place], binders)).ToArray()).ToArray();
    }

    private static BoundOperation Bind(BoundOperation operation, OperationIndex index, NameScope names, ICompanionBinder[] binders)
    {
        if (operation.Model.Variant is not null)
        {
            return operation;
        }

        IEnumerable<CompanionModel> found = binders.SelectMany(binder => binder.Bind(operation, index, names));
        return operation with { Model = operation.Model with { Companions = operation.Model.Companions.Concat(found).ToArray() } };
    }
}
