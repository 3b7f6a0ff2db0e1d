using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The doc comment of an operation's method.</summary>
internal static class OperationDocs
{
    public static Code Of(OperationModel operation) => Lines.Stacked(new[]
        {
            Docs.Summary(Docs.First(operation.Docs.Summary, Route(operation))),
            Docs.Remarks(RemarksOf(operation) + HeadersOf(operation)),
        }
        .Concat(new Code[]
        {
            Parameters(operation),
            $"/// <param name=\"options\">Headers, timeout and retries for this call alone.</param>",
            $"/// <param name=\"cancellationToken\">Cancels the call.</param>",
            Returns(operation.Response),
            Exceptions(operation),
            Docs.Obsolete(operation.Docs),
        }));

    /// <summary>Those of the operation itself.</summary>
    public static Code Parameters(OperationModel operation) =>
        Lines.Stacked(operation.Leading.Select(Parameter).Concat(Rest(operation)));

    /// <summary>Options and cancellation of a method that makes several calls.</summary>
    public static Code OptionsOfCalls() => $$"""
        /// <param name="options">Headers, timeout and retries of each call.</param>
        /// <param name="cancellationToken">Ends it, at any time.</param>
        """;

    public static Code Exceptions(OperationModel operation) => Lines.Stacked(operation.Exceptions.Select(Exception));

    private static IEnumerable<Code> Rest(OperationModel operation)
    {
        if (operation.Body is { } body)
        {
            yield return Docs.Param(body.Name, Docs.First(body.Docs.Summary, body.Docs.Remarks, "The body of the request."));
        }

        if (operation.Query is { } query)
        {
            yield return Docs.Param(query.Name, "What to ask for.");
        }

        foreach (ParameterModel parameter in operation.Trailing)
        {
            yield return Parameter(parameter);
        }
    }

    public static Code Parameter(ParameterModel parameter) =>
        Docs.Param(parameter.Name, Docs.First(parameter.Docs.Summary, parameter.Docs.Remarks, "A parameter: `" + parameter.WireName + "`."));

    private static string Route(OperationModel operation) => "`" + operation.Method + " " + operation.Template + "`";

    private static string RemarksOf(OperationModel operation) =>
        operation.Docs.Remarks is { } remarks ? Route(operation) + "\n\n" + remarks : Route(operation);

    private static string HeadersOf(OperationModel operation) =>
        operation.Headers is { } headers ? "\n\nHeaders of the answer: `" + headers.Plain + ".From(response)`." : "";

    private static Code Returns(ResponseModel response) => response.Kind == ResponseKind.None
        ? Docs.Returns("A task that ends when the service has answered.")
        : Docs.Returns(Docs.First(response.Description, "What the service answered."));

    public static Code Exception(ErrorDocModel error) =>
        $"/// <exception cref=\"ApiException{{{error.Type}}}\">The service answered {Statuses(error)}.</exception>";

    private static Literal Statuses(ErrorDocModel error)
    {
        string[] words = error.Statuses.Select(status => status == "default" ? "with another error" : status).ToArray();
        string all = words.Length < 2
            ? string.Concat(words)
            : string.Join(", ", words.Take(words.Length - 1)) + " or " + words[words.Length - 1];
        return Literal.Comment(DocText.Xml(all));
    }
}
