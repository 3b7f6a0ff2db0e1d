using Dari.Uploads.Sources;

namespace Dari.Uploads.Tickets;

/// <summary>Refuses a ticket that is of something else than what is to be uploaded now.</summary>
internal static class TicketMatch
{
    /// <exception cref="UploadException">It is of another operation, or at another place.</exception>
    internal static void CheckScope(TicketData known, string operation, string scope)
    {
        if (known.Operation != operation || known.Scope != scope)
        {
            throw Mismatch($"is of {known.Operation} at {known.Scope}, not of {operation} at {scope}");
        }
    }

    /// <exception cref="UploadException">It is of another source, of one that has changed, or announced otherwise.</exception>
    internal static void CheckSame(TicketData known, UploadSource source, string announced)
    {
        SourceIdentity now = source.Identity;
        if (known.Source.Kind != now.Kind || known.Source.Path != now.Path)
        {
            throw Mismatch($"is of {known.Source.Path ?? "a stream"}, not of {now.Path ?? "a stream"}");
        }

        CheckIdentity(known.Source, now);
        CheckRequest(known, announced);
    }

    /// <exception cref="UploadException">Something else was announced.</exception>
    internal static void CheckRequest(TicketData known, string announced)
    {
        if (known.Request != announced)
        {
            throw Mismatch("was announced with other details");
        }
    }

    /// <exception cref="UploadException">The source is not what it was.</exception>
    internal static void CheckIdentity(SourceIdentity known, SourceIdentity now)
    {
        if (known != now)
        {
            throw UploadSource.Changed($"{now.Path ?? "The stream"} has changed");
        }
    }

    internal static UploadException Mismatch(string how) => new(
        UploadFault.TicketMismatch, $"The ticket {how}. Delete it to begin anew, or take another one.");
}
