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
internal sealed class CompanionBinder(params ICompanionBinder[] binders)
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
        var index = new OperationIndex(bound.SelectMany(group => group).Where(operation => operation.Model.Variant is null));
        return groups.Select((group, place) => group with { Operations = Bind(bound[place], index) }).ToArray();
    }

    private OperationModel[] Bind(BoundOperation[] group, OperationIndex index)
    {
        var names = new NameScope([.. MethodNames.OfObject, .. group.Select(operation => operation.Model.Name.Plain)]);
        return group
            .Select(operation => operation.Model.Variant is not null ? operation.Model : operation.Model with
            {
                Companions = binders.SelectMany(binder => binder.Bind(operation, index, names)).ToArray(),
            })
            .ToArray();
    }
}
