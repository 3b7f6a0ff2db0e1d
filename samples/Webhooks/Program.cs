using Dari.Agents;
using Dari.Snapshots;
using Dari.Webhooks;
using Webhooks;

WebApplication app = WebApplication.CreateBuilder(args).Build();

// While a secret is being changed, both the old and the new one stand in the configuration, with a comma between them.
string[] Secrets(string name) => app.Configuration[name]?.Split(',') ?? throw new InvalidOperationException($"Set {name}.");

app.MapWebhooks("/dari", new DariWebhooks(new WebhookOptions { Secrets = Secrets("DARI_WEBHOOK_SECRET") })
{
    OnToolCallRequested = (message, _) => Say($"{message.Payload.Data.ToolName} is asked for"),
    OnSessionCompleted = (message, _) => Say($"{message.Payload.Data.SessionId} has completed"),
    OnOther = (message, _) => Say($"nobody knows {message.Event}"),
});

app.MapWebhooks("/snapshots", new SnapshotWebhooks(new WebhookOptions { Secrets = Secrets("INSTAVM_WEBHOOK_SECRET") })
{
    OnEvent = (message, _) => Say($"{message.Payload.Type} of {message.Payload.Data.ResourceType.Value}"),
});

app.Run();

Task Say(string text) => Console.Out.WriteLineAsync(text);
