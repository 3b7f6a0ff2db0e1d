using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Companions;

/// <summary>The method that asks for a state until it is final.</summary>
internal sealed class PollEmitter(PollModel poll, OperationModel operation, ClientScope scope)
{
    private readonly Signature _signature = new(operation);
    private readonly CSharpType _state = CSharpType.Of(poll.State);

    public Code Declaration() => $$"""
        {{Docs.Summary(poll.Docs.Summary)}}
        {{OperationDocs.Parameters(operation)}}
        /// <param name="{{poll.Parameter}}">How often and how long to ask, and who is told.</param>
        {{OperationDocs.OptionsOfCalls()}}
        /// <returns>The final state.</returns>
        /// <exception cref="PollFailedException{T}">The final state is a failure.</exception>
        /// <exception cref="PollTimeoutException{T}">There was no final state before the deadline.</exception>
        {{Docs.Obsolete(operation.Docs)}}
        {{Head()}};
        """;

    public Code Method()
    {
        var request = new RequestCode(operation, _signature, scope, poll.Parameter);
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
        Task<{{_state}}> {{poll.Name}}(
            {{Lines.Listed(_signature.Parameters($"PollOptions<{_state}>? {poll.Parameter} = null"))}})
        """;

    private Code Return(Identifier call) => $$"""
        return _pipeline.PollAsync(
            {{call}},
            {{ReadCode.Delegate(poll.State, false)}},
            new PollRules
            {
                {{Lines.Stacked(Rules())}}
            },
            {{poll.Parameter}},
            options,
            cancellationToken);
        """;

    private IEnumerable<Code> Rules()
    {
        yield return $"Status = {Literal.String(poll.Status)},";
        yield return $"Success = [{Texts(poll.Success)}],";
        yield return Code.LineWhen(poll.Failure.Any(), $"Failure = [{Texts(poll.Failure)}],");
        yield return poll.Error is { } error ? $"Error = {Literal.String(error)}," : Code.Drop;
        yield return Time("Interval", poll.IntervalMilliseconds);
        yield return Time("Deadline", poll.DeadlineMilliseconds);
    }

    private static Code Time(string name, int? milliseconds) =>
        milliseconds is { } time ? $"{Identifier.From(name)} = TimeSpan.FromMilliseconds({time})," : Code.Drop;

    private static Code Texts(IEnumerable<string> texts) => Lines.Inline(texts.Select(text => (Code)$"{Literal.String(text)}"));
}
