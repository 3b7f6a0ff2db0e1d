using System.Collections.Generic;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Companions;

/// <summary>The method that gives the items of all pages.</summary>
internal sealed class PageEmitter(PageModel page, OperationModel operation, ClientScope scope)
{
    private readonly Signature _signature = new(operation);

    public Code Declaration() => $$"""
        {{Docs.Summary(page.Docs.Summary)}}
        {{OperationDocs.Parameters(operation)}}
        {{OperationDocs.OptionsOfCalls()}}
        /// <returns>The items. A page is asked for when those before it were taken.</returns>
        {{OperationDocs.Exceptions(operation)}}
        /// <exception cref="PagingException">The pages have no end.</exception>
        {{Docs.Obsolete(operation.Docs)}}
        {{Head()}};
        """;

    public Code Method()
    {
        var request = new RequestCode(operation, _signature, scope);
        return $$"""
            /// <inheritdoc/>
            {{Docs.Obsolete(operation.Docs)}}
            public {{Head()}}
            {
                {{Lines.Spaced(Lines.Stacked(_signature.Checks()), request.Statements(), Return(request.Local))}}
            }
            """;
    }

    private Code Head() => $$"""
        IAsyncEnumerable<{{CSharpType.Of(page.Item, page.IsItemNullable)}}> {{page.Name}}(
            {{Lines.Listed(_signature.Parameters())}})
        """;

    private Code Return(Identifier call) => $$"""
        return _pipeline.ListPagesAsync{{ItemType()}}(
            {{call}},
            {{ReadCode.Delegate(page.Item, page.IsItemNullable)}},
            new PageRules
            {
                {{Lines.Stacked(Rules())}}
            },
            options,
            cancellationToken);
        """;

    // Nothing tells the compiler the type of a lambda that may return null.
    private Code ItemType() => Code.When(page.IsItemNullable, $"<{CSharpType.Of(page.Item, page.IsItemNullable)}>");

    private IEnumerable<Code> Rules()
    {
        yield return $"Style = PageStyle.{Identifier.From(page.Style.ToString())},";
        yield return $"Items = {Literal.String(page.Items)},";
        yield return Text("Parameter", page.Parameter);
        yield return Text("Next", page.Next);
        yield return Text("HasMore", page.HasMore);
        yield return page.First is { } first ? $"First = {first}," : Code.Drop;
    }

    private static Code Text(string property, string? text) =>
        text is null ? Code.Drop : $"{Identifier.From(property)} = {Literal.String(text)},";
}
