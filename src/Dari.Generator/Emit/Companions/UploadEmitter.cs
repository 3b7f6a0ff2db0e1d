using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Companions;

/// <summary>The private method that describes an upload in parts to the runtime.</summary>
internal sealed class UploadEmitter
{
    private readonly UploadModel _model;
    private readonly OperationModel _operation;
    private readonly ClientScope _scope;

    // Of the lambdas, which must not hide the parameters around them.
    private readonly Identifier _request;
    private readonly Identifier _part;
    private readonly Identifier _id;
    private readonly Identifier _sha256;
    private readonly Identifier _options;
    private readonly Identifier _cancellation;
    private readonly Identifier _answer;

    public UploadEmitter(UploadModel model, OperationModel operation, ClientScope scope)
    {
        _model = model;
        _operation = operation;
        _scope = scope;
        var names = new LocalNames(operation.Leading.Select(parameter => parameter.Name.Plain));
        _request = names.Take("request");
        _part = names.Take("part");
        _id = names.Take("uploadId");
        _sha256 = names.Take("sha256");
        _options = names.Take("options");
        _cancellation = names.Take("cancellation");
        _answer = names.Take("answer");
    }

    public Code Method() => $$"""
        private {{Type()}} {{_model.Name}}({{Lines.Inline(UploadSignature.Leading(_operation))}}) => new(_pipeline)
        {
            Operation = {{Literal.String(_model.OperationId)}},
            Scope = {{PathEmitter.Path(_operation, _scope)}},
            ReadRequest = {{ReadCode.Delegate(_model.Request, false)}},
            WriteRequest = {{WriteCode.Delegate(_model.Request, false)}},
            Create = async ({{_request}}, {{_options}}, {{_cancellation}}) =>
            {{State(_model.Create)}},
            SendPart = async ({{_part}}, {{_options}}, {{_cancellation}}) =>
            {{State(_model.SendPart)}},
            Report = async ({{_id}}, {{_options}}, {{_cancellation}}) =>
            {{State(_model.Report)}},
            Complete = ({{_id}}, {{_sha256}}, {{_options}}, {{_cancellation}}) =>
                {{Call(_model.Complete)}},
            {{Abort()}}
            Stages = new Dictionary<string, UploadStage>
            {
                {{Lines.Stacked(_model.Stages.Select(Stage))}}
            },
            {{Lines.Stacked(Rest())}}
        };
        """;

    private Code Type() => $"ResumableUpload<{_model.Request.Name}, {CSharpType.Of(_model.Result, _model.IsResultNullable)}>";

    private Code Abort() => _model.Abort is { } abort
        ? $$"""
        Abort = ({{_id}}, {{_options}}, {{_cancellation}}) =>
            {{Call(abort)}},
        """
        : Code.Drop;

    private IEnumerable<Code> Rest()
    {
        if (_model.Faults.Count > 0)
        {
            yield return $$"""
                Faults = new Dictionary<string, UploadFault>
                {
                    {{Lines.Stacked(_model.Faults.Select(Fault))}}
                },
                FaultPaths = new[] { {{Lines.Inline(_model.FaultPaths.Select(path => (Code)$"{Literal.String(path)}"))}} },
                """;
        }

        yield return Code.LineWhen(_model.FirstPart != 0, $"FirstPart = {_model.FirstPart},");
        yield return Code.LineWhen(_model.CreateTakesKey, $"CreateTakesKey = true,");
        yield return Code.LineWhen(_model.CompleteTakesKey, $"CompleteTakesKey = true,");
        yield return Code.LineWhen(_model.SendsDigest, $"SendsDigest = true,");
    }

    private static Code Stage(UploadWordModel word) => $"[{Literal.String(word.Word)}] = UploadStage.{word.Value},";

    private static Code Fault(UploadWordModel word) => $"[{Literal.String(word.Word)}] = UploadFault.{word.Value},";

    private Code State(UploadCallModel call) => call.State.Count == 0 ? Ignored(call) : Read(call);

    private Code Ignored(UploadCallModel call) => $$"""
        {
            await {{Call(call)}}.ConfigureAwait(false);
            return new UploadState();
        }
        """;

    private Code Read(UploadCallModel call) => $$"""
        {
            var {{_answer}} = await {{Call(call)}}.ConfigureAwait(false);
            return new UploadState
            {
                {{Lines.Stacked(call.State.Select(Member))}}
            };
        }
        """;

    private Code Member(UploadStateModel member)
    {
        Code path = $"{_answer}";
        Code dot = $".";
        foreach (UploadStepModel step in member.Steps)
        {
            path = $"{path}{dot}{step.Property}{Code.When(step.Presence == Presence.OptionalNullable, $".GetValueOrDefault()")}";
            dot = Code.Either(step.Presence is Presence.Required or Presence.Constant, $".", $"?.");
        }

        return member.Form switch
        {
            UploadStateForm.Number => $"{member.Property} = (long?){path},",
            UploadStateForm.Word => $"{member.Property} = {path}{dot}Value,",
            _ => $"{member.Property} = {path},",
        };
    }

    private Code Call(UploadCallModel call)
    {
        Code client = call.Client is { } type ? $"new {type}(_pipeline)." : Code.Empty;
        Code arguments = Lines.Listed(call.Arguments.Select(Argument).Concat(new Code[]
        {
            $"options: {_options}", $"cancellationToken: {_cancellation}",
        }));
        return $$"""
            {{client}}{{call.Method}}(
                {{arguments}})
            """;
    }

    private Code Argument(UploadArgumentModel argument)
    {
        Code value = argument.Source switch
        {
            UploadArgumentSource.Parameter => $"{argument.Parameter!}",
            UploadArgumentSource.Request => $"{_request}",
            UploadArgumentSource.UploadId => Id(),
            UploadArgumentSource.PartNumber => $"({CSharpType.Of(argument.Number)}){_part}.Number",
            UploadArgumentSource.PartDigest => $"{_part}.Sha256",
            UploadArgumentSource.PartContent => $"{_part}.Content",
            UploadArgumentSource.WholeDigest => $"{_sha256}",
            _ => Code.Empty,
        };
        return argument switch
        {
            { Holder: { } holder, Member: { } member } => $"{argument.Name}: new {holder} {{ {member} = {value} }}",
            { Holder: { } holder } => $"{argument.Name}: new {holder}()",
            _ => $"{argument.Name}: {value}",
        };

        Code Id() => Code.Either(IsOfPart(argument), $"{_part}.UploadId", $"{_id}");
    }

    private bool IsOfPart(UploadArgumentModel argument) => _model.SendPart.Arguments.Any(one => ReferenceEquals(one, argument));
}
