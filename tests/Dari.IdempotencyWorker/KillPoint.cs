using System.Diagnostics;

namespace Dari.IdempotencyWorker;

/// <summary>Ends its own process, with no chance to tidy up, right before or right after one of the requests.</summary>
internal sealed class KillPoint(string point, int send) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _sends;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isIt = ++_sends == send;
        DieIf(isIt && point == "before-send");
        if (isIt && point == "in-service")
        {
            // The service does the work and then kills whoever asked for it.
            request.Headers.Add("X-Kill", Environment.ProcessId.ToString());
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        DieIf(isIt && point == "after-answer");
        return response;
    }

    private static void DieIf(bool isTime)
    {
        if (isTime)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
