using Dari.Generator.Model;

namespace Dari.Generator.Emit.Companions;

/// <summary>The method that goes on with an upload from its ticket.</summary>
internal sealed class UploadResumeEmitter
{
    private readonly UploadResumeModel _model;
    private readonly UploadSignature _signature;
    private readonly Identifier _ticket;

    public UploadResumeEmitter(UploadResumeModel model, OperationModel operation)
    {
        _model = model;
        _signature = new UploadSignature(operation);
        _ticket = _signature.Names.Take("ticket");
    }

    public Code Declaration() => $$"""
        {{_signature.Docs("Goes on with an upload in parts, from its ticket alone.", Remarks, [Docs.Param(_ticket, "The ticket that was kept last.")])}}
        Task<{{Result()}}> {{_model.Name}}(
            {{_signature.Parameters(Own())}});
        """;

    public Code Method() => $$"""
        /// <inheritdoc/>
        public Task<{{Result()}}> {{_model.Name}}(
            {{_signature.Parameters(Own())}})
        {
            return {{_model.Upload}}({{_signature.Arguments()}}).ResumeAsync({{_ticket}}, {{_signature.Upload}}, options, cancellationToken);
        }
        """;

    private const string Remarks = "What was sent is compared with the source, and only what the service misses is sent.";

    private Code[] Own() => [$"UploadTicket {_ticket}"];

    private CSharpType Result() => CSharpType.Of(_model.Result, _model.IsResultNullable);
}
