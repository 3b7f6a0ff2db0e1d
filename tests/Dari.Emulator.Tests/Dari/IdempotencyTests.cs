using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task A_repeated_key_gives_the_original_event_and_no_second_message()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();

        JsonObject[] sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(dari, session, "k", "hello", HttpStatusCode.Accepted)));

        sent.Select(static one => (string?)one["event"]!["id"]).Distinct().Single().ShouldBe($"{session}:evt_1");
        ((JsonArray)(await dari.GetAsync($"/v1/sessions/{session}/messages"))["messages"]!).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_with_another_body_is_a_conflict_and_belongs_to_one_session()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();
        string one = await dari.SessionAsync(agent);
        string two = await dari.SessionAsync(agent);

        await SendAsync(dari, one, "k", "hello", HttpStatusCode.Accepted);
        await SendAsync(dari, one, "k", "other", HttpStatusCode.Conflict);
        JsonObject other = await SendAsync(dari, two, "k", "other", HttpStatusCode.Accepted);

        other["event"]!["id"]!.GetValue<string>().ShouldBe($"{two}:evt_1");
    }

    private static Task<JsonObject> SendAsync(DariFixture dari, string session, string key, string text, HttpStatusCode expected)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/sessions/{session}/events") { Content = JsonContent.Create(Bundles.Say(text)) };
        request.Headers.Add("Idempotency-Key", key);
        return dari.SendAsync(request, expected);
    }
}
