using Dari.Uploads;

namespace Dari.Uploader;

/// <summary>Dies before, within or after keeping a ticket.</summary>
internal sealed class WatchedTickets(UploadTicketFile file, Death death) : IUploadTicketStore
{
    public ValueTask<UploadTicket?> LoadAsync(CancellationToken cancellationToken) => file.LoadAsync(cancellationToken);

    public async ValueTask SaveAsync(UploadTicket ticket, CancellationToken cancellationToken)
    {
        death.Pass("save");
        if (death.IsDue("torn"))
        {
            // What a death in the middle of writing leaves behind.
            await File.WriteAllTextAsync(file.FilePath + ".new", "{ \"version\": 1, \"opera", cancellationToken);
            Death.Now();
        }

        await file.SaveAsync(ticket, cancellationToken);
        death.Pass("saved");
    }

    public async ValueTask DeleteAsync(CancellationToken cancellationToken)
    {
        death.Pass("delete");
        await file.DeleteAsync(cancellationToken);
    }
}
