using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

public sealed class StreamTests
{
    [Fact]
    public async Task A_stream_replays_goes_on_live_and_resumes_after_the_last_event()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();
        await dari.FinishedAsync(await dari.SayAsync(session, "one"));

        using var first = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        List<SseItem<string>> seen = await ReadAsync(dari, session, null, 6, first.Token);
        Task<List<SseItem<string>>> live = ReadAsync(dari, session, seen[3].EventId, 8, first.Token);
        await dari.SayAsync(session, "two");
        List<SseItem<string>> more = await live;

        seen.Select(static item => item.EventId).ShouldBe(Enumerable.Range(1, 6).Select(number => $"{session}:evt_{number}"));
        more.Select(static item => item.EventId).ShouldBe(Enumerable.Range(5, 8).Select(number => $"{session}:evt_{number}"));
        seen[0].EventType.ShouldBe("user.message");
        var data = (JsonObject)JsonNode.Parse(seen[0].Data)!;
        data["data"]!["content"]![0]!["text"]!.GetValue<string>().ShouldBe("one");
    }

    [Fact]
    public async Task A_stream_ends_when_the_agent_is_deleted()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();
        string session = await dari.SessionAsync(agent);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Task<List<SseItem<string>>> stream = ReadAsync(dari, session, null, int.MaxValue, deadline.Token);

        await dari.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v1/agents/{agent}"), System.Net.HttpStatusCode.OK);

        (await stream).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_can_be_made_to_end_when_idle_and_sends_heartbeats_until_then()
    {
        await using DariFixture dari = await DariFixture.StartAsync(new EmulatorOptions
        {
            EndStreamWhenIdle = true,
            StreamHeartbeat = TimeSpan.FromMilliseconds(30),
            ToolTimeout = TimeSpan.FromSeconds(1),
        });
        string session = await dari.SessionAsync();
        await dari.SayAsync(session, "/tool find_order");

        string text = await dari.Http.GetStringAsync($"/v1/sessions/{session}/stream");

        text.ShouldContain(": keep-alive\n");
        text.TrimEnd().ShouldEndWith("}");
        text.ShouldContain("event: tool.call_failed\n");
    }

    [Fact]
    public async Task Disposing_ends_open_streams_at_once()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();
        using HttpResponseMessage response = await dari.Http.GetAsync($"/v1/sessions/{session}/stream", HttpCompletionOption.ResponseHeadersRead);
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await dari.Emulator.DisposeAsync();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    private static async Task<List<SseItem<string>>> ReadAsync(
        DariFixture dari, string session, string? lastEventId, int count, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/sessions/{session}/stream");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using HttpResponseMessage response = await dari.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var items = new List<SseItem<string>>();
        await foreach (SseItem<string> item in SseParser.Create(await response.Content.ReadAsStreamAsync(cancellationToken)).EnumerateAsync(cancellationToken))
        {
            items.Add(item);
            if (items.Count == count)
            {
                break;
            }
        }

        return items;
    }
}
