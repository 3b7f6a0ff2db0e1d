using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Companions;

/// <summary>The method that starts some work and waits for its final state.</summary>
internal sealed class PollStartEmitter
{
    private readonly PollStartModel _model;
    private readonly OperationModel _operation;
    private readonly Signature _signature;
    private readonly CSharpType _state;
    private readonly Identifier _started;
    private readonly Identifier _later;

    public PollStartEmitter(PollStartModel model, OperationModel operation)
    {
        _model = model;
        _operation = operation;
        _signature = new Signature(operation);
        _state = CSharpType.Of(model.State);
        var names = new LocalNames(_signature.Names().Concat([model.Parameter.Plain]));
        _started = names.Take("started");
        _later = names.Take("later");
    }

    public Code Declaration() => $$"""
        {{Docs.Summary(_model.Docs.Summary)}}
        {{OperationDocs.Parameters(_operation)}}
        /// <param name="{{_model.Parameter}}">How often and how long to ask, and who is told.</param>
        /// <param name="options">Of the first call; the others have its headers, timeout and retries.</param>
        /// <param name="cancellationToken">Ends it, at any time. What was started goes on.</param>
        /// <returns>The final state.</returns>
        /// <exception cref="PollFailedException{T}">The final state is a failure.</exception>
        /// <exception cref="PollTimeoutException{T}">There was no final state before the deadline.</exception>
        {{OperationDocs.Exceptions(_operation)}}
        {{Docs.Obsolete(_operation.Docs)}}
        {{Head()}};
        """;

    public Code Method() => $$"""
        /// <inheritdoc/>
        {{Docs.Obsolete(_operation.Docs)}}
        public {{Head()}}
        {
            return ApiPipeline.StartAndWaitAsync(
                {{_operation.Name}}({{Lines.Inline(_signature.Arguments())}}),
                ({{_started}}, {{_later}}) => {{Client()}}{{_model.Wait}}(
                    {{Lines.Listed(Arguments())}}),
                options);
        }
        """;

    private Code Head() => $$"""
        Task<{{_state}}> {{_model.Name}}(
            {{Lines.Listed(_signature.Parameters($"PollOptions<{_state}>? {_model.Parameter} = null"))}})
        """;

    private Code Client() => _model.Client is { } client ? $"new {client}(_pipeline)." : Code.Empty;

    private IEnumerable<Code> Arguments() => _model.Arguments.Select(Argument).Concat(new Code[]
    {
        $"{_model.WaitParameter}: {_model.Parameter}", $"options: {_later}", $"cancellationToken: cancellationToken",
    });

    private Code Argument(PollArgumentModel argument) => argument.Given is { } given
        ? $"{argument.Name}: {given}"
        : (Code)$"{argument.Name}: {_started}{Code.Join("", argument.Steps.Select(step => (Code)$".{step}"))}";
}
