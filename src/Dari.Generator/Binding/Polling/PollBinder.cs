using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Companions;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Polling;

/// <summary>Puts <c>WaitUntilReadyAsync</c> beside an operation that says by <c>x-polling</c> which of its states are final.</summary>
internal sealed class PollBinder(BindingContext context) : ICompanionBinder
{
    public const string Extension = "x-polling";

    public IEnumerable<CompanionModel> Bind(BoundOperation operation, OperationIndex all, NameScope names)
    {
        if (operation.Api.Extension(Extension) is { } node && !PollStartBinder.IsStart(node) && Poll(operation, node, names) is { } poll)
        {
            yield return poll;
        }
    }

    private PollModel? Poll(BoundOperation operation, SpecNode node, NameScope names)
    {
        var reader = new ExtensionReader(context.Problems, DiagnosticDescriptors.InvalidPolling, node, operation.Api.Pointer);
        reader.Expect("status", "success", "failure", "error", "interval", "deadline", "name");
        if (!reader.IsValid)
        {
            return null;
        }

        string? status = Place(reader, operation, "status", isRequired: true);
        string[] success = reader.Texts("success", isRequired: true);
        string[] failure = reader.Texts("failure");
        string? error = Place(reader, operation, "error", isRequired: false);
        int? interval = reader.Seconds("interval");
        int? deadline = reader.Seconds("deadline");
        string? name = reader.Text("name");
        if (success.Intersect(failure).FirstOrDefault() is { } both)
        {
            reader.Fail("'" + both + "' is both success and failure");
        }

        if (operation.Model.Method != "GET" || operation.Model.Response is not { Kind: ResponseKind.Json, IsNullable: false, Value: { } state })
        {
            reader.Fail("only a GET that always answers with JSON can be asked again and again");
            return null;
        }

        return !reader.IsValid || status is null ? null : new PollModel
        {
            Name = Name(operation, name, names),
            Docs = Docs(operation, success),
            State = state,
            Parameter = new NameScope([.. SignatureNames.Of(operation.Model)]).Take("poll", "pollOptions", "pollSettings"),
            Status = status,
            Success = success,
            Failure = failure,
            Error = error,
            IntervalMilliseconds = interval,
            DeadlineMilliseconds = deadline,
        };
    }

    private string? Place(ExtensionReader reader, BoundOperation operation, string name, bool isRequired)
    {
        if (reader.Text(name, isRequired) is not { } text)
        {
            return null;
        }

        string pointer = SchemaPath.Pointer(text);
        if (JsonAnswer.SchemaOf(operation.Api) is { } body && SchemaPath.Find(context.Folder, body, pointer) is null)
        {
            reader.Fail(reader.Member(name)!, "the answer has no member '" + text + "'");
        }

        return pointer;
    }

    private static Identifier Name(BoundOperation operation, string? given, NameScope names)
    {
        string own = operation.Model.Name.Plain.Substring(0, operation.Model.Name.Plain.Length - "Async".Length);
        string noun = own.StartsWith("Get", System.StringComparison.Ordinal) ? own.Substring(3) : own;
        string wanted = given is null ? "WaitUntil" + noun + "Ready" : MemberNames.Pascal(given);
        return names.Take(wanted + "Async", wanted + "By" + own + "Async");
    }

    private static DocsModel Docs(BoundOperation operation, string[] success) => new(
        "Asks " + operation.Model.Method + " " + operation.Model.Template + " until it is " + string.Join(" or ", success) + ".", null, null);
}
