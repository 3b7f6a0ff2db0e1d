using System.Runtime.CompilerServices;
using Dari.Emulator.Dari.State;
using Dari.Emulator.Dari.Views;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Routes;

/// <summary>Streams a session's events.</summary>
internal sealed class StreamRoutes(DariParts parts)
{
    private readonly DariState _state = parts.State;

    public void Map(OperationRoutes routes) => routes.Map("streamSessionEvents", Stream);

    private Reply Stream(Call call)
    {
        string? last = call.Header("Last-Event-ID");
        lock (_state.Gate)
        {
            Session session = _state.Sessions.Find(call.Path("session_id"), call.Caller);

            // An unknown id finds nothing, and the stream starts at the first event.
            int next = 1 + session.Events.FindIndex(entry => entry.Id == last);
            return Reply.Events(ReadAsync(session, next, call.Ended));
        }
    }

    private async IAsyncEnumerable<ServerEvent> ReadAsync(Session session, int next, [EnumeratorCancellation] CancellationToken ended)
    {
        while (true)
        {
            List<LedgerEvent> fresh;
            Task changed;
            bool last;
            lock (_state.Gate)
            {
                fresh = session.Events[next..];
                changed = session.Changed;
                last = session.Agent.DeletedAt is not null && session.Status != "running";
                last |= parts.Context.Options.EndStreamWhenIdle && session is { Status: "idle", Messages.Count: > 0 };
            }

            next += fresh.Count;
            foreach (LedgerEvent entry in fresh)
            {
                yield return new ServerEvent { Id = entry.Id, Type = entry.Type, Data = SessionViews.Event(entry) };
            }

            if (last)
            {
                yield break;
            }

            if (!await WaitAsync(changed, ended))
            {
                yield return new ServerEvent { Comment = "keep-alive" };
            }
        }
    }

    private async Task<bool> WaitAsync(Task changed, CancellationToken ended)
    {
        try
        {
            await changed.WaitAsync(parts.Context.Options.StreamHeartbeat, parts.Context.Clock, ended);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
