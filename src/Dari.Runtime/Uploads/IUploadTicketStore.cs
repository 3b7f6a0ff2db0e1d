namespace Dari.Uploads;

/// <summary>Keeps the ticket of one upload, so that another process can go on with it.</summary>
/// <remarks>
/// Calls come one at a time. A ticket is saved before the upload is announced, after each confirmed part, before it is
/// completed, and deleted when nothing is left to go on with.
/// </remarks>
public interface IUploadTicketStore
{
    /// <summary>Takes the ticket for one upload, until what is given is disposed.</summary>
    /// <returns>What lets it go; null where nobody else can have the ticket, as here.</returns>
    /// <exception cref="UploadException">Another upload has it: <see cref="UploadFault.TicketInUse"/>.</exception>
    IDisposable? Lock() => null;

    /// <summary>Gives the ticket that was saved last.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The ticket, or null when there is none.</returns>
    /// <exception cref="UploadException">It cannot be read: <see cref="UploadFault.TicketMismatch"/>.</exception>
    ValueTask<UploadTicket?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a ticket in the place of the one before. When the task ends it must have survived a crash of the process.
    /// </summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="cancellationToken">Cancels it; the earlier ticket must then still be there.</param>
    /// <returns>A task that ends when the ticket is safe.</returns>
    ValueTask SaveAsync(UploadTicket ticket, CancellationToken cancellationToken);

    /// <summary>Forgets the ticket. It is no error when there is none.</summary>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>A task that ends when nothing is left.</returns>
    ValueTask DeleteAsync(CancellationToken cancellationToken);
}
