using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sending;

/// <summary>Where an upload comes from: its ticket, its source, and the file in which a stream is kept.</summary>
/// <param name="operation">The operation that announces.</param>
/// <param name="scope">The path of the call that announces.</param>
/// <param name="keeper">The ticket.</param>
/// <param name="how">How it is done.</param>
/// <param name="progress">Who is told.</param>
/// <param name="createKey">The key of the announcement; null: one is made.</param>
internal sealed class UploadOrigin(
    string operation, string scope, TicketKeeper keeper, UploadOptions how, ProgressMeter progress, string? createKey)
{
    /// <summary>The ticket of an earlier run, or null when there is nothing to go on with.</summary>
    internal async Task<TicketData?> KnownAsync(CancellationToken cancellationToken)
    {
        if (keeper.Known is not { } known)
        {
            return null;
        }

        TicketMatch.CheckScope(known, operation, scope);
        if (known.Source.Kind != SourceKind.Spooling)
        {
            return known;
        }

        // Its stream ended with its process.
        await ForgetAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>The ticket of an upload that begins.</summary>
    internal TicketData Fresh(SourceIdentity source, string announced) => new()
    {
        Operation = operation,
        Scope = scope,
        Source = source,
        Request = announced,
        CreateKey = createKey ?? TicketData.NewKey(),
        CompleteKey = TicketData.NewKey(),
    };

    /// <summary>Spools a stream; with a ticket, so that another process finds it.</summary>
    internal async Task<UploadSource> SpoolAsync(Stream content, CancellationToken cancellationToken)
    {
        var spool = new Spool(how, progress);
        if (!keeper.HasStore)
        {
            return await spool.KeepAsync(content, cancellationToken).ConfigureAwait(false);
        }

        // The ticket first, so that the file is not forgotten.
        string path = Spool.NewPath(how);
        var identity = new SourceIdentity(SourceKind.Spooling, path, 0);
        await keeper.SetAsync(Fresh(identity, ""), cancellationToken).ConfigureAwait(false);
        try
        {
            return await spool.KeepAsync(content, path, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(path);
            await keeper.DeleteAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens the source that the ticket names.</summary>
    /// <exception cref="UploadException">It is not what it was, or cannot be opened again.</exception>
    internal UploadSource Reopen()
    {
        SourceIdentity known = keeper.Data.Source;
        UploadSource source = known switch
        {
            { Kind: SourceKind.File, Path: { } path } => FileSource.Open(path),
            { Kind: SourceKind.Spool, Path: { } path } => FileSource.OpenSpool(path),
            { Kind: SourceKind.Folder, Path: { } path } => FolderSource.Open(path, how),
            { Kind: SourceKind.Spooling } => throw TicketMatch.Mismatch("is of a stream whose process ended before all of it was kept"),
            _ => throw TicketMatch.Mismatch("is of a stream: give that stream again to the method that began the upload"),
        };
        try
        {
            TicketMatch.CheckIdentity(known, source.Identity);
            return source;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Leaves nothing of an upload that is over.</summary>
    internal async Task ForgetAsync(CancellationToken cancellationToken)
    {
        if (keeper.Known is { Source: { Kind: SourceKind.Spool or SourceKind.Spooling, Path: { } path } })
        {
            File.Delete(path);
        }

        await keeper.DeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
