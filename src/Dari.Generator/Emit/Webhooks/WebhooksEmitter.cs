using System.Linq;
using Dari.Generator.Emit.Json;
using Dari.Generator.Model;

namespace Dari.Generator.Emit.Webhooks;

/// <summary>The receiver of a document's webhooks: a handler for each event, and the way to it.</summary>
internal static class WebhooksEmitter
{
    public static FilePart Part(WebhooksModel webhooks, ClientScope scope)
    {
        bool isDeprecated = webhooks.Events.Any(one => one.Docs.Obsolete is not null || References.In(one.Value).Any(scope.IsObsolete));
        return new FilePart(Class(webhooks, scope), isDeprecated ? Pragmas.Deprecated : Pragmas.None);
    }

    private static Code Class(WebhooksModel webhooks, ClientScope scope) => $$"""
        {{Docs.For(webhooks.Docs, "Receives what " + scope.Client.SpecFile + " says that the service sends.")}}
        {{scope.Stamp}}
        {{scope.Access}} sealed partial class {{webhooks.Name}} : WebhookReceiver
        {
            private static readonly WebhookDescription _description = new()
            {
                {{Description(webhooks)}}
            };

            /// <summary>Makes a receiver.</summary>
            /// <param name="options">The secrets that deliveries are signed with, and limits.</param>
            public {{webhooks.Name}}(WebhookOptions{{Code.When(webhooks.Signature is null, $"?")}} options{{Code.When(webhooks.Signature is null, $" = null")}})
                : base(_description, options)
            {
            }

            {{Lines.Spaced(webhooks.Events.Select(Handler))}}

            {{Route(webhooks)}}
        }
        """;

    private static Code Description(WebhooksModel webhooks) => Lines.Stacked(
        webhooks.Signature is { } signature ? SignatureEmitter.Member(signature) : Code.Drop,
        Text("EventHeader", webhooks.EventName.Header),
        Text("EventMember", webhooks.EventName.Member),
        Text("OnlyEvent", webhooks.EventName.Only));

    private static Code Handler(WebhookModel one) => $$"""
        {{Docs.For(one.Docs, "Handles the event `" + one.Event + "`.")}}
        public WebhookHandler<{{Payload(one)}}>? {{one.Handler}} { get; init; }
        """;

    private static Code Payload(WebhookModel one) => one.Value switch
    {
        { } value => $"{CSharpType.Of(value, one.IsNullable)}",
        null => $"ReadOnlyMemory<byte>",
    };

    private static Code Route(WebhooksModel webhooks) => $$"""
        /// <inheritdoc/>
        protected override Task<bool> RouteAsync(WebhookDelivery delivery, CancellationToken cancellationToken) => delivery.Event switch
        {
            {{Lines.Stacked(webhooks.Events.Select(Arm))}}
            _ => Task.FromResult(false),
        };
        """;

    private static Code Arm(WebhookModel one) => one.Value switch
    {
        { } value => $"{Literal.String(one.Event)} => delivery.ToAsync({one.Handler}, {ReadCode.Delegate(value, one.IsNullable)}, cancellationToken),",
        null => $"{Literal.String(one.Event)} => delivery.ToAsync({one.Handler}, cancellationToken),",
    };

    private static Code Text(string property, string? text) =>
        text is null ? Code.Drop : $"{Identifier.From(property)} = {Literal.String(text)},";
}
