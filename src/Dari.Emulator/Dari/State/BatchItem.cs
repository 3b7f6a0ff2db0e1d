namespace Dari.Emulator.Dari.State;

/// <summary>A session of a batch with the message it began with, or why there is none.</summary>
internal sealed record BatchItem(
    string AgentId, string? LlmId, IReadOnlyDictionary<string, string> Metadata, Session? Session, Message? Message, string? Error)
{
    public string Status => Message?.Status switch
    {
        null => "failed",
        "waiting_for_tool" => "running",
        { } status => status,
    };
}
