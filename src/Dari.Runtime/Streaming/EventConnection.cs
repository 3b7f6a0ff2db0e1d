using Dari.Http;

namespace Dari.Streaming;

/// <summary>One answer of a stream of events, read to its end or until it breaks.</summary>
internal sealed class EventConnection : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly long _start;

    internal EventConnection(OpenReply reply, long longest, TimeProvider clock)
    {
        Reply = reply;
        _clock = clock;
        _start = clock.GetTimestamp();
        try
        {
            Event = reply.ToEvents(longest);
        }
        catch
        {
            reply.Dispose();
            throw;
        }
    }

    internal OpenReply Reply { get; }

    /// <summary>The event that <see cref="TryNext"/> has found.</summary>
    internal EventReader Event { get; }

    /// <summary>What broke the connection; null when the service ended the answer.</summary>
    internal Exception? Fault { get; private set; }

    /// <summary>Whether the answer ended amid an event.</summary>
    internal bool IsCut { get; private set; }

    internal TimeSpan Age => _clock.GetElapsedTime(_start);

    public void Dispose()
    {
        Event.Dispose();
        Reply.Dispose();
    }

    /// <summary>Goes to the next event that has arrived already.</summary>
    internal bool TryNext()
    {
        try
        {
            if (!Event.TryNext())
            {
                return false;
            }

            Reply.StartItem();
            return true;
        }
        catch (InvalidDataException fault)
        {
            throw Reply.Endless(fault);
        }
    }

    /// <summary>Waits for more.</summary>
    /// <returns>False at the end, in order or not.</returns>
    internal async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            bool hasMore = await Reply.GuardAsync(Event.FillAsync(cancellationToken)).ConfigureAwait(false);
            IsCut = !hasMore && Event.IsCut;
            return hasMore;
        }
        catch (Exception exception) when (Troubles.ArePassing(exception))
        {
            Fault = exception;
            return false;
        }
    }
}
