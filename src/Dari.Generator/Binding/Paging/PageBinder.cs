using System.Collections.Generic;
using Dari.Generator.Binding.Companions;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Paging;

/// <summary>
/// Puts <c>ListAllAsync</c> beside an operation whose answer is a page: by <c>x-pagination</c>, or because its form
/// leaves no doubt.
/// </summary>
internal sealed class PageBinder(BindingContext context) : ICompanionBinder
{
    public const string Extension = "x-pagination";

    private readonly PageHabits _habits = new(context.Folder);

    public IEnumerable<CompanionModel> Bind(BoundOperation operation, OperationIndex all, NameScope names)
    {
        PageForm? form = operation.Api.Extension(Extension) is { } node
            ? Declared(operation, node)
            : operation.Model is { Method: "GET", Response: { Kind: ResponseKind.Json, IsNullable: false } } ? _habits.Recognise(operation.Api) : null;
        if (form is null)
        {
            yield break;
        }

        var hint = new NameHint(context.Prefixes.Of(operation.Api) + "Item");
        BoundValue item = form.List.Items is { } items ? context.Schemas.Bind(items, hint) : BoundValue.Any;
        yield return new PageModel
        {
            Name = Name(operation.Model, names),
            Docs = new DocsModel("Gives what " + operation.Model.Method + " " + operation.Model.Template + " lists, over all its pages.", null, null),
            Item = item.Value,
            IsItemNullable = item.IsNullable,
            Style = form.Style,
            Items = form.Items,
            Parameter = form.Parameter,
            Next = form.Next,
            HasMore = form.HasMore,
            First = form.First,
        };
    }

    private PageForm? Declared(BoundOperation operation, SpecNode node)
    {
        // "x-pagination: false" says that what looks like a page is none.
        if (node is { Kind: SpecNodeKind.Boolean, Text: "false" })
        {
            return null;
        }

        var reader = new ExtensionReader(context.Problems, DiagnosticDescriptors.InvalidPagination, node, operation.Api.Pointer);
        PageForm? form = new PageFormReader(context.Folder).Read(operation.Api, reader);
        if (operation.Model.Response.Kind != ResponseKind.Json || operation.Model.Response.IsNullable)
        {
            reader.Fail("only an operation that always answers with JSON has pages");
        }
        else if (operation.Model.Method is not ("GET" or "HEAD") && operation.Model.Body is { IsRequired: true })
        {
            reader.Fail("pages are asked for by GET, and what says which is in the query");
        }

        return reader.IsValid ? form : null;
    }

    /// <summary><c>ListAsync</c> has <c>ListAllAsync</c> beside it, <c>ListRunsAsync</c> has <c>ListAllRunsAsync</c>.</summary>
    private static Identifier Name(OperationModel operation, NameScope names)
    {
        string own = operation.Name.Plain.Substring(0, operation.Name.Plain.Length - "Async".Length);
        int verb = 1;
        while (verb < own.Length && !char.IsUpper(own[verb]))
        {
            verb++;
        }

        return names.Take(
            own.Substring(0, verb) + "All" + own.Substring(verb) + "Async", own + "AllPagesAsync", own + "OverAllPagesAsync");
    }
}
