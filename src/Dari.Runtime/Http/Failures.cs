using System.Text.Json;

namespace Dari.Http;

/// <summary>Makes the exceptions of responses.</summary>
internal static class Failures
{
    private const int LongestText = 65_536;

    /// <summary>A status that says error.</summary>
    internal static ApiException Status(Exchange exchange, Reply reply)
    {
        ReadOnlySpan<byte> utf8 = BodyText.ToUtf8(reply);
        string? text = Text(exchange, reply);

        // What is cut out of a long text is not JSON any more: its words are found now.
        Outgoing call = exchange.Outgoing;
        string? whole = text?.Length == LongestText
            ? StatusMessage.Of(call, reply.Status, ErrorDetail.Find(utf8, call.Redaction))
            : null;
        var message = new StatusMessage(call, whole);
        JsonException? fault = null;
        ApiException? typed = reply.IsCut
            ? null
            : exchange.Request.Errors?.Create(utf8, message, exchange.Metadata, text, out fault);
        return typed ?? new ApiException(message, exchange.Metadata, text, fault);
    }

    /// <summary>A good status with a body that is not what it should be.</summary>
    internal static ApiException Body(Exchange exchange, Reply reply, string problem, Exception? inner = null) =>
        new($"{StatusMessage.Answered(exchange.Request, reply.Status)} {problem}", exchange.Metadata, Text(exchange, reply), inner);

    internal static ApiException Json(Exchange exchange, Reply reply, JsonException fault)
    {
        string problem = reply.Body.IsEmpty
            ? "without the body it should have"
            : $"with a body that does not read: {exchange.Redaction.Clean(fault.Message)}";
        return Body(exchange, reply, problem, fault);
    }

    private static string? Text(Exchange exchange, Reply reply) =>
        reply.Body.IsEmpty || BodyText.IsBinary(reply.MediaType)
            ? null
            : exchange.Redaction.Clean(BodyText.Decode(reply, LongestText));
}
