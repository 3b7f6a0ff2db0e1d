namespace Dari.Emulator.Dari.State;

internal sealed class Batch : Owned
{
    public required Agent Agent { get; init; }

    public required IReadOnlyList<BatchItem> Items { get; init; }

    public string Status => Summary([.. Items.Select(static item => item.Status)]);

    /// <summary>Set once the end of the batch was pushed.</summary>
    public bool EndPushed { get; set; }

    public int Count(string status) => Items.Count(item => item.Status == status);

    private static string Summary(IReadOnlyList<string> items) =>
        items.All(static status => status == "failed") ? "failed"
        : items.All(static status => status == "completed") ? "completed"
        : items.All(static status => status is "completed" or "failed") ? "partial_failed"
        : items.All(static status => status is "queued" or "failed") ? "queued"
        : "running";
}
