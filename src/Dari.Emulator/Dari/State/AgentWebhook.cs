namespace Dari.Emulator.Dari.State;

internal sealed record AgentWebhook(Uri Url, IReadOnlyList<string> EventTypes, string Secret);
