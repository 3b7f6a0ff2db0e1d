using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Webhooks;

/// <summary>An event on its way to an endpoint.</summary>
internal sealed class WebhookDelivery(string endpointId, string eventType, DateTimeOffset createdAt) : IShelved
{
    public const string Pending = "pending";
    public const string Delivered = "delivered";
    public const string Failed = "failed";

    public string Id { get; } = Ids.New("whd_");

    public string EndpointId => endpointId;

    public string EventType => eventType;

    public string Status { get; set; } = Pending;

    public int Attempts { get; set; }

    /// <summary>Status of the latest answer; null when there was none.</summary>
    public int? ResponseStatus { get; set; }

    /// <summary>Why the latest try failed.</summary>
    public string? Error { get; set; }

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["endpoint_id"] = endpointId,
        ["event_type"] = EventType,
        ["status"] = Status,
        ["attempts"] = Attempts,
        ["response_status"] = ResponseStatus,
        ["error"] = Error,
        ["created_at"] = ServiceTimes.Plain(createdAt),
    };
}
