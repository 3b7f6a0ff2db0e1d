namespace Dari.Uploads.Tickets;

/// <summary>The ticket of a running upload: changed by many, saved by one at a time.</summary>
internal sealed class TicketKeeper(IUploadTicketStore? store, TicketData? known) : IDisposable
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _saving = new(1);
    private TicketData? _data = known;
    private TicketData? _saved = known;

    internal bool HasStore => store is not null;

    internal TicketData? Known => _data;

    internal TicketData Data => _data ?? throw new InvalidOperationException("There is no ticket yet.");

    public void Dispose() => _saving.Dispose();

    internal Task SetAsync(TicketData data, CancellationToken cancellationToken) =>
        ChangeAsync(_ => data, cancellationToken);

    internal Task ConfirmAsync(int part, string sha256, CancellationToken cancellationToken) =>
        ChangeAsync(data => data! with { Parts = data.Parts.With(part, sha256) }, cancellationToken);

    /// <summary>Changes the ticket, and waits until the change is safe, alone or with later ones.</summary>
    internal async Task ChangeAsync(Func<TicketData?, TicketData> change, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _data = change(_data);
        }

        if (store is null)
        {
            return;
        }

        await _saving.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            TicketData now = Data;
            if (!ReferenceEquals(now, _saved))
            {
                await store.SaveAsync(new UploadTicket(now), cancellationToken).ConfigureAwait(false);
                _saved = now;
            }
        }
        finally
        {
            _saving.Release();
        }
    }

    internal async Task DeleteAsync(CancellationToken cancellationToken)
    {
        if (store is not null)
        {
            await store.DeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
