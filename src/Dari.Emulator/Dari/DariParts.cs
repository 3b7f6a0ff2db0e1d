using Dari.Emulator.Contract;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Turns;
using Dari.Emulator.Dari.Webhooks;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari;

/// <summary>What the route groups share.</summary>
internal sealed class DariParts
{
    public DariParts(ServiceContext context, ContractDocument document)
    {
        Context = context;
        Webhooks = new WebhookSender(context, document, State);
        Turns = new TurnQueue(context, State, Webhooks);
        Publisher = new AgentPublisher(context, State);
        Sessions = new SessionFactory(context, State);
    }

    public ServiceContext Context { get; }

    public DariState State { get; } = new();

    public WebhookSender Webhooks { get; }

    public TurnQueue Turns { get; }

    public AgentPublisher Publisher { get; }

    public SessionFactory Sessions { get; }
}
