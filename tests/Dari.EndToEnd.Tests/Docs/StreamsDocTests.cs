using Dari.Agents;
using Dari.Emulator.Faults;
using Dari.EndToEnd.Tests.Operations;
using Dari.Streaming;

namespace Dari.EndToEnd.Tests.Docs;

public sealed class StreamsDocTests
{
    [Fact]
    public async Task The_sample_of_the_page_sees_each_event_once_though_the_stream_is_cut()
    {
        DocSample.ShouldBeIn("docs/streams.md");
        var fixture = new EmulatorFixture();
        await fixture.InitializeAsync();
        (string session, string message) = await new DariWorld(fixture).Answered();
        fixture.Emulator.Faults.Add(new FaultRule
        {
            Service = "dari",
            OperationId = "streamSessionEvents",
            Times = 2,
            Fault = new CutEventsFault { AfterEvents = 1 },
        });

        List<string> seen = await FollowAsync(fixture.Dari, session, message);

        IReadOnlyList<SessionEvent> all = (await fixture.Dari.Sessions.ListEventsAsync(session)).Events;
        Assert.Equal(all.Select(static one => one.Id).Take(seen.Count), seen);
        Assert.True(seen.Count > 2);
        Assert.Equal(3, fixture.Emulator.Calls.Count(static call => call.OperationId == "streamSessionEvents"));
        await fixture.DisposeAsync();
    }

    private static async Task<List<string>> FollowAsync(DariClient client, string sessionId, string messageId)
    {
        var seen = new List<string>();

        // sample
        await foreach (ServerEvent<SessionEvent> one in client.Sessions.StreamEventsAsync(sessionId).WithDetails())
        {
            seen.Add(one.Id!);
            if (one.IsKnown && one.Data.Type == SessionEventType.AssistantMessageCompleted && one.Data.MessageId == messageId)
            {
                break;
            }
        }
        // end

        return seen;
    }
}
