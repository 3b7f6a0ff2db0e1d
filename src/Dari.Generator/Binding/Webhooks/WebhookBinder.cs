using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Naming;
using Dari.Generator.Binding.Naming.Operations;
using Dari.Generator.Binding.Operations;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Webhooks;

/// <summary>Makes a receiver of what the service sends by itself: a handler for each webhook and callback.</summary>
internal sealed class WebhookBinder(BindingContext context)
{
    private static readonly string[] ReceiverMembers =
        [.. MethodNames.OfObject, "OnOther", "HandleAsync", "RouteAsync", "IsVerifying"];

    /// <summary><see langword="null"/> when the document has nothing to receive.</summary>
    /// <param name="client">The client, after which the receiver is called.</param>
    /// <param name="selected">The operations whose callbacks count.</param>
    public WebhooksModel? Bind(Identifier client, IReadOnlyList<ApiOperation> selected)
    {
        WebhookEvent[] events = Events(selected).ToArray();
        SignatureModel? signature = new SignatureBinder(context).Bind();
        if (events.Length == 0 && signature is null)
        {
            return null;
        }

        Identifier name = Name(client);
        (EventNameModel place, string[] names) = new EventNameBinder(context).Bind(events);
        var handlers = new NameScope(ReceiverMembers);
        handlers.Reserve(name.Plain);
        Contender[] contenders = events.Select(one => WebhookNames.Handler(one.Operation, context.Overrides)).ToArray();
        Identifier[] settled = NameContest.Settle(handlers, contenders);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return new WebhooksModel
        {
            Name = name,
            Docs = Docs(signature, place),
            Signature = signature,
            EventName = place,
            Events = events.Select((one, i) => Event(one, Free(names[i], one, taken), settled[i], contenders[i].First)).ToArray(),
        };
    }

    private IEnumerable<WebhookEvent> Events(IReadOnlyList<ApiOperation> selected)
    {
        var seen = new HashSet<Specs.Syntax.SpecNode>();
        IEnumerable<WebhookEvent> webhooks = OperationSelector.SelectWebhooks(context.Request, context.Document)
            .Select(operation => new WebhookEvent(operation.Path, operation, BodyBinder.Media(operation.Body), IsCallback: false));
        IEnumerable<WebhookEvent> callbacks = selected.SelectMany(operation => operation.Callbacks)
            .Select(operation => new WebhookEvent(operation.Path, operation, BodyBinder.Media(operation.Body), IsCallback: true));

        // Operations often share a callback by reference.
        return webhooks.Concat(callbacks).Where(one => seen.Add(one.Operation.Node));
    }

    private Identifier Name(Identifier client)
    {
        const string Ending = "Client";
        string stem = client.Plain;
        stem = stem.Length > Ending.Length && stem.EndsWith(Ending, StringComparison.Ordinal) ? stem.Substring(0, stem.Length - Ending.Length) : stem;
        return context.Types.Name(stem + "Webhooks", stem + "WebhookReceiver", stem + "DocumentWebhooks");
    }

    private WebhookModel Event(WebhookEvent one, string name, Identifier handler, string wish)
    {
        ApiOperation operation = one.Operation;
        if (handler.Plain != wish)
        {
            context.Problems.Add(DiagnosticDescriptors.NameClash, operation.Node, operation.Pointer, wish, handler.Plain);
        }

        var docs = new DocsModel(
            operation.Summary ?? operation.Description,
            operation.Summary is null || operation.Description == operation.Summary ? null : operation.Description,
            operation.IsDeprecated ? SchemaDocs.Deprecated : null);
        if (one.Media is not { } media || !MediaTypes.IsJson(media.Name))
        {
            return new WebhookModel(handler, name, PayloadKind.Raw, null, false, docs, operation.Pointer);
        }

        BoundValue bound = media.Schema is { } schema ? context.Schemas.Bind(schema, WebhookNames.Payload(operation, context.Overrides)) : BoundValue.Any;
        return new WebhookModel(handler, name, PayloadKind.Json, bound.Value, bound.IsNullable, docs, operation.Pointer);
    }

    /// <summary>A name that no event before has: a webhook may have several methods.</summary>
    private static string Free(string name, WebhookEvent one, HashSet<string> taken)
    {
        string[] candidates = [name, one.Name, one.Name + " " + one.Operation.Method, one.Operation.Pointer];
        return candidates.First(taken.Add);
    }

    private static DocsModel Docs(SignatureModel? signature, EventNameModel place)
    {
        string verified = signature switch
        {
            null => "The document does not say how deliveries are signed, so nothing is verified: anyone may have sent them. "
                + "`WebhookOptions.Signature` says how, where the service's pages do.",
            { IsStandard: true } => "Deliveries are verified as Standard Webhooks.",
            _ => "Deliveries are verified by their header `" + signature.Header + "`.",
        };
        string named = place switch
        {
            { Header: { } header } => "The header `" + header + "` names the event.",
            { Member: { } member } => "The member `" + member + "` of the body names the event.",
            { Only: not null } => "Every delivery is the one event of the document.",
            _ => "Nothing in a delivery names its event: give the name to `HandleAsync`.",
        };
        return new DocsModel(null, verified + " " + named, null);
    }
}
