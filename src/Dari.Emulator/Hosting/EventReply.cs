using System.Text;
using Dari.Emulator.Contract;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

internal sealed class EventReply(int status, IAsyncEnumerable<ServerEvent> events) : Reply(status, "text/event-stream")
{
    public override async Task WriteAsync(HttpContext http, ReplyChecks checks, CancellationToken cancellationToken)
    {
        ContractContent? content = checks.Operation.Response(Status)?.Contents.FirstOrDefault(one => one.Matches(ContentType));
        http.Response.Headers.CacheControl = "no-cache";

        // The client learns at once that the stream is open, however long the first event takes.
        await http.Response.StartAsync(cancellationToken);
        await http.Response.Body.FlushAsync(cancellationToken);
        await foreach (ServerEvent one in events.WithCancellation(cancellationToken))
        {
            if (one.Data is { } data && content?.Schema.Check(data.ToJsonString()) is { Count: > 0 } findings)
            {
                // The status is sent already: the stream ends here, and the violation is on record.
                checks.Record(findings);
                http.Abort();
                return;
            }

            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Frame(one)), cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
        }
    }

    private static string Frame(ServerEvent one)
    {
        var frame = new StringBuilder();
        AppendField(frame, "", one.Comment);
        AppendField(frame, "id", one.Id);
        AppendField(frame, "event", one.Type);
        AppendField(frame, "retry", one.Retry is { } retry ? ((long)retry.TotalMilliseconds).ToString() : null);
        AppendField(frame, "data", one.Text ?? one.Data?.ToJsonString());
        return frame.Append('\n').ToString();
    }

    private static void AppendField(StringBuilder frame, string name, string? value)
    {
        foreach (string line in value?.ReplaceLineEndings("\n").Split('\n') ?? [])
        {
            frame.Append(name).Append(": ").Append(line).Append('\n');
        }
    }
}
