using System.Linq;
using Dari.Generator.Binding.Companions;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Streaming;

/// <summary>Decides how a stream of events is read and kept up, from <c>x-event-stream</c> and from the schema of an event.</summary>
internal sealed class EventRulesBinder(BindingContext context)
{
    public const string Extension = "x-event-stream";

    private static readonly EventRulesModel Default = new();

    private readonly EventFieldsShape _fields = new(context.Folder);

    /// <returns>Null where the runtime's own rules hold.</returns>
    public EventRulesModel? Bind(ApiOperation operation, ApiMediaType media)
    {
        EventRulesModel rules = Default;
        if ((media.ItemSchema ?? media.Schema) is { } schema)
        {
            rules = _fields.Apply(schema, rules);
        }

        if (operation.Extension(Extension) is { } node)
        {
            var reader = new ExtensionReader(context.Problems, DiagnosticDescriptors.InvalidEventStream, node, operation.Pointer);
            EventRulesModel declared = Declared(operation, reader, rules);
            rules = reader.IsValid ? declared : rules;
        }

        return rules == Default ? null : rules;
    }

    private static EventRulesModel Declared(ApiOperation operation, ExtensionReader reader, EventRulesModel rules)
    {
        reader.Expect("events", "last", "resume", "reconnect");
        string? resume = reader.Text("resume");
        if (resume is not null && !operation.Parameters.Any(one => one.In == ApiParameterLocation.Query && one.Name == resume))
        {
            reader.Fail(reader.Member("resume")!, "the operation has no query parameter '" + resume + "'");
        }

        string[] events = reader.Texts("events");
        return rules with
        {
            Names = events.Length > 0 ? events : rules.Names,
            LastNames = reader.Texts("last"),
            ResumeQuery = resume,
            Reconnect = Reconnect(reader),
        };
    }

    private static EventReconnect Reconnect(ExtensionReader reader)
    {
        switch (reader.Text("reconnect"))
        {
            case "never":
                return EventReconnect.Never;
            case "broken":
                return EventReconnect.WhenBroken;
            case "always":
                return EventReconnect.Always;
            case null:
                return EventReconnect.Safe;
            default:
                reader.Fail(reader.Member("reconnect")!, "'reconnect' should be never, broken or always");
                return EventReconnect.Safe;
        }
    }
}
