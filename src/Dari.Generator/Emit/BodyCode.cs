using System;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The expression that makes the content of a request from the body parameter.</summary>
internal sealed class BodyCode(BodyModel body, LocalNames names)
{
    public Code Expression()
    {
        if (body.IsRequired)
        {
            return Content($"{body.Name}");
        }

        if (!Signature.BodyType(body).IsValueType)
        {
            return $"{body.Name} is null ? null : {Content($"{body.Name}")}";
        }

        Identifier present = names.Take("present");
        return $"{body.Name} is {{ }} {present} ? {Content($"{present}")} : null";
    }

    private Code Content(Code value) => body.Kind switch
    {
        BodyKind.Json => $"ApiContent.Json({value}, {WriteCode.Delegate(body.Value, IsNullable)}{ContentType("application/json")})",
        BodyKind.Multipart => $"{value}.{FormEmitter.MethodName(body.Kind)}(){Subtype()}",
        BodyKind.UrlEncoded => $"{value}.{FormEmitter.MethodName(body.Kind)}()",
        BodyKind.Text => $"ApiContent.Text({value}{ContentType("text/plain")})",
        BodyKind.Lines => $"ApiContent.JsonLines({value}, {WriteCode.Delegate(body.Value, body.IsNullable)}{ContentType("application/x-ndjson")})",
        BodyKind.Binary when body.IsFile => $"ApiContent.File({value})",
        BodyKind.Binary => $"ApiContent.Binary({value}{ContentType("application/octet-stream")})",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private bool IsNullable => body.IsRequired && body.IsNullable;

    private Code Subtype() =>
        Code.When(body.ContentType != "multipart/form-data", $".WithMediaType({Literal.String(body.ContentType)})");

    private Code ContentType(string usual) => Code.When(body.ContentType != usual, $", {Literal.String(body.ContentType)}");
}
