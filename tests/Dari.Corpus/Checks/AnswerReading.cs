using System.Text.Json.Nodes;
using Dari.Corpus.Generation;
using Dari.Corpus.Values;
using Dari.Generator.Model;

namespace Dari.Corpus.Checks;

/// <summary>Holds what a call gave back against what the service answered.</summary>
internal sealed class AnswerReading(LoadedClient client)
{
    private readonly ValueWriter _values = new(client);

    /// <summary>What is wrong, or <see langword="null"/>.</summary>
    public string? Fault(OperationModel call, CallResult result, Service service)
    {
        if (service.IsError)
        {
            return ErrorFault(result, service);
        }

        // A handler that does not follow leaves it to the caller; what has not changed is no value where there may be none.
        if (service.IsRedirect && result.Exception is ApiException moved)
        {
            return (int)moved.StatusCode == service.SentStatus ? null : "the redirect has the status " + moved.StatusCode;
        }

        if (service.IsRedirect)
        {
            return service.SentStatus == 304 && result.Exception is null && result.Value is null ? null
                : result.Exception is { } other ? Text.OneLine(other) : "a redirect was read as a success";
        }

        if (result.Exception is { } exception)
        {
            return Text.OneLine(exception);
        }

        if (call.Response.Kind == ResponseKind.Result && result.Value is not null
            && client.Model.Types.OfType<ResultModel>().Any(type => type.UnknownName.Plain == result.Value.GetType().Name))
        {
            return "a declared answer was read as " + result.Value.GetType().Name;
        }

        return call.Response.Kind switch
        {
            ResponseKind.Json => service.AnswerJson is { } answer ? Difference("the answer", answer, result.Value) : null,
            // Of events with rules some are passed over.
            ResponseKind.Events or ResponseKind.Lines when call.Response.Events is null => service.AnswerItem is { } item ? Difference("the stream", new JsonArray(item.DeepClone()), result.Value) : null,
            ResponseKind.Text or ResponseKind.File => (result.Value as string ?? "") == service.AnswerText ? null : "the answer is " + Text.Short(result.Value?.ToString() ?? "nothing"),
            _ => null,
        };
    }

    private string? ErrorFault(CallResult result, Service service)
    {
        if (result.Exception is not ApiException error)
        {
            return result.Exception is { } other ? Text.OneLine(other) : "an error was read as a success";
        }

        if ((int)error.StatusCode != service.SentStatus)
        {
            return "the error has the status " + error.StatusCode;
        }

        if (service.AnswerJson is not { } answer || !service.IsTypedAnswer)
        {
            return null;
        }

        return error.GetType().GetProperty("Error") is { } property
            ? Difference("the error", answer, property.GetValue(error))
            : "the error has no type: " + error.Message;
    }

    private string? Difference(string what, JsonNode answer, object? value) =>
        JsonValues.Difference(answer, _values.Json(value)) is { } difference ? what + ": " + difference : null;
}
