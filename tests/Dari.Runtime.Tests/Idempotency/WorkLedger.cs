using System.Diagnostics;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Idempotency;

/// <summary>A service that does the work of a key once, and remembers what it was asked for.</summary>
internal sealed class WorkLedger : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly List<(string Key, string Body)> _requests = [];
    private readonly LoopbackServer _server;

    internal WorkLedger() => _server = new LoopbackServer(AnswerAsync);

    internal Uri Url => _server.Url;

    internal int Requests => _requests.Count;

    internal int Killed { get; private set; }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Each of the calls was worked on once, and no key came with two bodies.</summary>
    internal void ShouldHaveDoneOnce(int calls)
    {
        lock (_gate)
        {
            _requests.GroupBy(static one => one.Key).ShouldAllBe(static same => same.Select(static one => one.Body).Distinct().Count() == 1);
            (string Key, string Body)[] works = [.. _requests.DistinctBy(static one => one.Key)];
            works.Select(static one => one.Body).Order().ShouldBe(Enumerable.Range(0, calls).Select(static i => $"\"job-{i}\"").Order());
        }
    }

    private async Task AnswerAsync(LoopbackRequest request, LoopbackAnswer answer)
    {
        lock (_gate)
        {
            _requests.Add((request["Idempotency-Key"]!, request.Text));
            if (request["X-Kill"] is { } id)
            {
                Process.GetProcessById(int.Parse(id)).Kill();
                Killed++;
            }
        }

        await answer.SendAsync(200, request.Text[..^1] + " done\"", "Content-Type: application/json");
    }
}
