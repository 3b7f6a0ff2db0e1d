using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Emit;
using Dari.Generator.Model;

namespace Dari.Generator.Review.Surface;

/// <summary>The lines of the receiver of webhooks and callbacks: itself, and a handler for each event.</summary>
internal static class WebhookSurface
{
    /// <summary>How the signature of a receiver begins.</summary>
    public const string Receiver = "sealed class : WebhookReceiver";

    public static IEnumerable<SurfaceLine> Write(WebhooksModel webhooks)
    {
        string name = webhooks.Name.Plain;
        string verified = webhooks.Signature is null ? "" : webhooks.Signature is { IsStandard: true } ? "signed as Standard Webhooks" : "signed in " + webhooks.Signature.Header;
        string options = webhooks.Signature is null ? "WebhookOptions? options = null" : "WebhookOptions options";
        return webhooks.Events.Select(one => Handler(name, one))
            .Prepend(new SurfaceLine(name, Receiver + " (" + options + ")", SurfaceLine.OnOneLine(verified)));
    }

    private static SurfaceLine Handler(string name, WebhookModel one)
    {
        string mark = one.Docs.Obsolete is null ? "" : SurfaceLine.Obsolete;
        string payload = one.Value is { } value ? CodeText.Of(CSharpType.Of(value, one.IsNullable).Code) : "ReadOnlyMemory<byte>";
        return new SurfaceLine(
            name + "." + one.Handler.Plain,
            mark + "WebhookHandler<" + payload + ">?",
            SurfaceLine.OnOneLine(PointerWords.Of(one.Pointer) + ", event " + one.Event));
    }
}
