using System;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>What an operation's method returns, and the call of the pipeline that gets it.</summary>
internal sealed class ResponseCode(ResponseModel response)
{
    private ValueModel Value => response.Value ?? throw new ArgumentException("No value for " + response.Kind, nameof(response));

    public Code Type() => response.Kind switch
    {
        ResponseKind.None => $"Task",
        ResponseKind.Text => $"Task<string>",
        ResponseKind.File => $"Task<FileDownload>",
        ResponseKind.TextEvents => $"ServerEvents<string>",
        ResponseKind.Events => $"ServerEvents<{CSharpType.Of(Value)}>",
        ResponseKind.Lines => $"IAsyncEnumerable<{CSharpType.Of(Value)}>",
        _ => $"Task<{CSharpType.Of(Value, response.IsNullable)}>",
    };

    public Code Return(Identifier call) => $"return _pipeline.{Method()}({call}, {Reading()}{EventRulesCode.Argument(response.Events)}options, cancellationToken);";

    private Code Method() => response.Kind switch
    {
        ResponseKind.None => $"SendAsync",
        ResponseKind.Json when response.IsNullable => $"SendOrNullAsync<{CSharpType.Of(Value, true)}>",
        ResponseKind.Json => $"SendAsync",
        ResponseKind.Text => $"SendForTextAsync",
        ResponseKind.File => $"SendForFileAsync",
        ResponseKind.Events => $"StreamEventsAsync",
        ResponseKind.TextEvents => $"StreamTextEventsAsync",
        ResponseKind.Lines => $"StreamLinesAsync",
        ResponseKind.Result => $"SendForResultAsync",
        _ => throw new ArgumentOutOfRangeException(nameof(response)),
    };

    private Code Reading() => response.Kind switch
    {
        ResponseKind.Json => $"{ReadCode.Delegate(Value, response.IsNullable)}, ",
        ResponseKind.Events or ResponseKind.Lines => $"{ReadCode.Delegate(Value, false)}, ",
        ResponseKind.Result when Value is NamedValue named => $"{named.Name}Json.Results, ",
        _ => Code.Empty,
    };
}
