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

        if (result.Exception is { } exception)
        {
            return Text.OneLine(exception);
        }

        if (call.Response.Kind == ResponseKind.Result && result.Value is not null
            && client.Model.Types.OfType<ResultModel>().Any(type => type.UnknownName.Plain == result.Value.GetType().Name))
        {
            return "a declared answer was read as " + result.Value.GetType().Name;
        }

        return call.Response.Kind == ResponseKind.Json && service.AnswerJson is { } answer ? Difference("the answer", answer, result.Value) : null;
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
