using System;
using System.Collections.Generic;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Companions;

/// <summary>The methods that upload a file, a stream or a directory.</summary>
internal sealed class UploadSourceEmitter
{
    private const string Remarks =
        "The service decides how large the parts are; they are sent at once as far as both sides allow. With the same ticket the same call goes on where it was interrupted.";

    private readonly UploadSourceModel _model;
    private readonly UploadSignature _signature;
    private readonly Identifier _source;
    private readonly Identifier _target;
    private readonly Identifier _length;

    public UploadSourceEmitter(UploadSourceModel model, OperationModel operation)
    {
        _model = model;
        _signature = new UploadSignature(operation);
        _source = _signature.Names.Take(model.Kind == UploadSourceKind.Stream ? "content" : "path");
        _target = _signature.Names.Take("target");
        _length = _signature.Names.Take("length");
    }

    public Code Declaration() => $$"""
        {{_signature.Docs(Summary(), Remarks, OwnDocs())}}
        Task<{{Result()}}> {{_model.Name}}(
            {{_signature.Parameters(Own())}});
        """;

    public Code Method() => $$"""
        /// <inheritdoc/>
        public Task<{{Result()}}> {{_model.Name}}(
            {{_signature.Parameters(Own())}})
        {
            {{Lines.Spaced(Check(), Return())}}
        }
        """;

    private Code Check() => Code.LineWhen(_model.Target is not null, $"ArgumentNullException.ThrowIfNull({_target});");

    private Code Return() => $$"""
        return {{_model.Upload}}({{_signature.Arguments()}}).{{Send()}}(
            {{_source}},
            {{_length}} => new {{_model.Request.Name}}
            {
                {{Lines.Stacked(_model.Fields.Select(Field))}}
            },
            {{_signature.Upload}},
            options,
            cancellationToken);
        """;

    private IEnumerable<Code> Own()
    {
        yield return Code.Either(_model.Kind == UploadSourceKind.Stream, $"Stream {_source}", $"string {_source}");
        if (_model.Target is { } target)
        {
            yield return $"{target} {_target}";
        }
    }

    private IEnumerable<Code> OwnDocs()
    {
        yield return Docs.Param(_source, _model.Kind switch
        {
            UploadSourceKind.File => "The file.",
            UploadSourceKind.Stream => "The stream, from where it stands; it is not closed. One that cannot seek is spooled first.",
            _ => "The directory.",
        });
        yield return Code.LineWhen(_model.Target is not null, Docs.Param(_target, "What is uploaded where."));
    }

    private string Summary() => _model.Kind switch
    {
        UploadSourceKind.File => "Uploads a file in parts.",
        UploadSourceKind.Stream => "Uploads a stream in parts.",
        _ => "Uploads a directory in parts, as a tar that is made while it is sent.",
    };

    private Code Send() => _model.Kind switch
    {
        UploadSourceKind.File => $"SendFileAsync",
        UploadSourceKind.Stream => $"SendStreamAsync",
        _ => $"SendFolderAsync",
    };

    private Code Field(UploadFieldModel field) => field.Source switch
    {
        UploadFieldSource.Target => $"{field.Property} = {_target}.{field.Property},",
        UploadFieldSource.Length => $"{field.Property} = ({CSharpType.Of(field.Value)}){_length},",
        _ => $"{field.Property} = {Constant(field)},",
    };

    private static Code Constant(UploadFieldModel field)
    {
        ConstantModel constant = field.Constant ?? throw new ArgumentException("No constant.", nameof(field));
        Literal literal = PropertyEmitter.LiteralOf(constant);
        return field.Value switch
        {
            NamedValue named => $"new {named.Name}({literal})",
            _ => $"{literal}",
        };
    }

    private CSharpType Result() => CSharpType.Of(_model.Result, _model.IsResultNullable);
}
