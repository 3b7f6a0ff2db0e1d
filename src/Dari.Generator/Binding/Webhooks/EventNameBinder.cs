using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Binding.Operations;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Webhooks;

/// <summary>Finds out where deliveries name their event, and what each event is called there.</summary>
internal sealed class EventNameBinder(BindingContext context)
{
    public const string Extension = "x-webhook-event";

    /// <summary>Members that are called so hold the name of the event, even where the schema does not list the names.</summary>
    private static readonly string[] UsualMembers = ["type", "event", "event_type", "eventType", "event_name", "eventName", "topic"];

    /// <summary>Where the name stands, and the name of each event.</summary>
    public (EventNameModel Place, string[] Names) Bind(IReadOnlyList<WebhookEvent> events)
    {
        string[] names = events.Select(one => Override(one) ?? one.Name).ToArray();
        if (context.Document.Extension(Extension) is { Kind: not SpecNodeKind.Null } node)
        {
            return Declared(node, events, names);
        }

        WebhookEvent[] webhooks = events.Where(one => !one.IsCallback).ToArray();
        // Callbacks of one operation often go to one address, and name themselves as webhooks do.
        if (Detected(webhooks.Length > 0 ? webhooks : [.. events]) is { } member)
        {
            return (new EventNameModel(null, member, null), Names(events, member, names));
        }

        if (events.Count == 1)
        {
            return (new EventNameModel(null, null, names[0]), names);
        }

        if (webhooks.Length > 0)
        {
            WebhookEvent first = webhooks[0];
            context.Problems.Add(DiagnosticDescriptors.UnnamedWebhookEvents, first.Operation.Node, first.Operation.Pointer);
        }

        return (new EventNameModel(null, null, null), names);
    }

    private (EventNameModel Place, string[] Names) Declared(SpecNode node, IReadOnlyList<WebhookEvent> events, string[] names)
    {
        ExtensionObject place = new ExtensionObject(context, node, "#/" + Extension).Only("header", "member");
        string? header = place.HeaderName("header");
        string? member = place.Text("member");
        if (place.IsSound && (header is null) == (member is null))
        {
            place.Report("it should have either a 'header' or a 'member'");
        }

        return (new EventNameModel(header, header is null ? member : null, null), member is null ? names : Names(events, member, names));
    }

    private string[] Names(IReadOnlyList<WebhookEvent> events, string member, string[] names) =>
        events.Select((one, i) => Override(one) ?? Name(one, member, isGuessed: false) ?? names[i]).ToArray();

    private static string? Override(WebhookEvent one) => one.Operation.Node.StringMember(Extension) is { Length: > 0 } name ? name : null;

    /// <summary>The member that names the event in every body: one that lists its names, else one of the usual ones.</summary>
    private string? Detected(WebhookEvent[] events)
    {
        WebhookEvent[] json = events.Where(IsJson).ToArray();
        if (json.Length == 0)
        {
            return null;
        }

        string[] members = Shape(json[0])!.Properties.Select(property => property.Name).OrderBy(Rank).ToArray();
        return members.FirstOrDefault(member => Tells(json, member, isGuessed: false))
            ?? (json.Length > 1 && !json[0].IsCallback ? members.FirstOrDefault(member => Rank(member) < UsualMembers.Length && Tells(json, member, isGuessed: true)) : null);
    }

    private bool Tells(WebhookEvent[] events, string member, bool isGuessed)
    {
        string?[] names = events.Select(one => Name(one, member, isGuessed)).ToArray();
        bool isPlain = events.Length == 1 && Rank(member) == UsualMembers.Length && names[0] != events[0].Name;
        return !isPlain && names.All(name => name is not null) && names.Distinct().Count() == names.Length;
    }

    /// <summary>What a member says in the bodies of an event: its one value, or the event's name where that is among them.</summary>
    private string? Name(WebhookEvent one, string member, bool isGuessed)
    {
        if (!IsJson(one) || Shape(one)?.Property(member) is not { } property)
        {
            return null;
        }

        SchemaShape shape = context.Folder.Fold(property.Schemas[property.Schemas.Count - 1]);
        string[] values = (shape.Const is { } constant ? [constant] : shape.Enum)
            .Where(value => value.Kind == SpecNodeKind.String)
            .Select(value => value.Text)
            .ToArray();
        return values.Length switch
        {
            1 => values[0],
            0 when isGuessed && (shape.Types & ~SchemaTypes.Null) == SchemaTypes.String => one.Name,
            _ => values.Contains(one.Name) ? one.Name : null,
        };
    }

    private SchemaShape? Shape(WebhookEvent one) => one.Media?.Schema is { } schema ? context.Folder.Fold(schema) : null;

    private static bool IsJson(WebhookEvent one) => one.Media is { Schema: not null } media && MediaTypes.IsJson(media.Name);

    private static int Rank(string member)
    {
        int rank = Array.IndexOf(UsualMembers, member);
        return rank < 0 ? UsualMembers.Length : rank;
    }
}
