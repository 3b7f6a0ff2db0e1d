using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Companions;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Polling;

/// <summary>
/// Puts <c>CreateAndWaitUntilReadyAsync</c> beside an operation whose <c>x-polling</c> names the one that gives the state.
/// </summary>
internal sealed class PollStartBinder(BindingContext context) : ICompanionBinder
{
    public IEnumerable<CompanionModel> Bind(BoundOperation operation, OperationIndex all, NameScope names)
    {
        if (operation.Api.Extension(PollBinder.Extension) is { } node && IsStart(node) && Start(operation, all, node, names) is { } start)
        {
            yield return start;
        }
    }

    /// <summary>Whether the extension is of an operation that starts something, not of the one that gives its state.</summary>
    public static bool IsStart(SpecNode node) => node.Kind == SpecNodeKind.Object && node.Member("operation") is not null;

    private PollStartModel? Start(BoundOperation operation, OperationIndex all, SpecNode node, NameScope names)
    {
        var reader = new ExtensionReader(context.Problems, DiagnosticDescriptors.InvalidPolling, node, operation.Api.Pointer);
        reader.Expect("operation", "parameters", "name");
        string? name = reader.Text("name");
        if (!reader.IsValid || Target(reader, all) is not { } target)
        {
            return null;
        }

        if (operation.Model.Response is not { Kind: ResponseKind.Json, IsNullable: false, Value: NamedValue answer }
            || context.Types.Find(answer.Name) is not ObjectModel started)
        {
            reader.Fail("only an operation that always answers with one JSON object can say whose state to ask for");
            return null;
        }

        var arguments = new PollArgumentBinder(context.Types, reader, operation, started);
        PollArgumentModel[] bound = arguments.Bind(target);
        if (!reader.IsValid)
        {
            return null;
        }

        PollModel poll = PollOf(target)!;
        return new PollStartModel
        {
            Name = Name(operation, poll, name, names),
            Docs = new DocsModel(
                "Sends " + Route(operation) + ", then asks " + Route(target) + " until it is " + string.Join(" or ", poll.Success) + ".", null, null),
            State = poll.State,
            Parameter = new NameScope([.. SignatureNames.Of(operation.Model)]).Take("poll", "pollOptions", "pollSettings"),
            Client = target.Group.Type == operation.Group.Type ? null : target.Group.Type,
            Wait = poll.Name,
            WaitParameter = poll.Parameter,
            Arguments = bound,
            UsesDeprecated = arguments.UsesDeprecated || operation.Model.Docs.Obsolete is not null || target.Model.Docs.Obsolete is not null,
        };
    }

    private static BoundOperation? Target(ExtensionReader reader, OperationIndex all)
    {
        if (reader.Text("operation") is not { } id)
        {
            return null;
        }

        BoundOperation? found = all.ById(id);
        if (found is null)
        {
            reader.Fail(reader.Member("operation")!, "this client has no operation '" + id + "'");
        }
        else if (PollOf(found) is null)
        {
            reader.Fail(reader.Member("operation")!, "'" + id + "' has no 'x-polling' that says which of its states are final");
            return null;
        }

        return found;
    }

    private static PollModel? PollOf(BoundOperation operation) => operation.Model.Companions.OfType<PollModel>().FirstOrDefault();

    private static string Route(BoundOperation operation) => operation.Model.Method + " " + operation.Model.Template;

    private static Identifier Name(BoundOperation operation, PollModel poll, string? given, NameScope names)
    {
        string own = WithoutAsync(operation.Model.Name.Plain);
        string wanted = given is null ? own + "And" + WithoutAsync(poll.Name.Plain) : MemberNames.Pascal(given);
        return names.Take(wanted + "Async", wanted + "By" + own + "Async");
    }

    private static string WithoutAsync(string name) =>
        name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;
}
