using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

public sealed class BatchTests
{
    [Fact]
    public async Task Wrong_items_fail_alone_and_the_counts_say_so()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();

        JsonObject created = await dari.PostAsync("/v1/session-batches", new
        {
            items = new[] { Item(agent, "one", "fast"), Item(agent, "two", "none"), Item(agent, "/fail three", "deep") },
        }, HttpStatusCode.Created);
        created.ContainsKey("counts").ShouldBeFalse();
        JsonObject ended = await dari.UntilAsync($"/v1/session-batches/{created["batch_id"]}", static now => (string?)now["status"] is not ("queued" or "running"));

        ended["status"]!.GetValue<string>().ShouldBe("partial_failed");
        ended["counts"]!.ToJsonString().ShouldBe("""{"queued":0,"running":0,"completed":1,"failed":2}""");
        var sessions = (JsonArray)ended["sessions"]!;
        sessions.Select(static item => (string?)item!["status"]).ShouldBe(["completed", "failed", "failed"]);
        sessions[1]!["session_id"].ShouldBeNull();
        sessions[1]!["error"]!.GetValue<string>().ShouldContain("model");
        await dari.GetAsync(sessions[0]!["transcript_url"]!.GetValue<string>());
        ((JsonArray)(await dari.GetAsync("/v1/sessions?metadata.text=one"))["sessions"]!).Count.ShouldBe(1);
        await dari.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v1/session-batches/{created["batch_id"]}"), HttpStatusCode.Forbidden, dari.Foreign);
    }

    [Fact]
    public async Task A_repeated_key_gives_the_original_batch()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();
        object body = new { idempotency_key = "k", items = new[] { Item(agent, "one", "fast") } };

        JsonObject first = await dari.PostAsync("/v1/session-batches", body, HttpStatusCode.Created);
        JsonObject second = await dari.PostAsync("/v1/session-batches", body, HttpStatusCode.Created);

        second["batch_id"]!.GetValue<string>().ShouldBe(first["batch_id"]!.GetValue<string>());
        ((JsonArray)(await dari.GetAsync("/v1/sessions"))["sessions"]!).Count.ShouldBe(1);
        JsonObject error = await dari.PostAsync(
            "/v1/session-batches", new { idempotency_key = "k", items = new[] { Item(agent, "two", "fast") } }, HttpStatusCode.UnprocessableEntity);
        error["detail"]!.GetValue<string>().ShouldContain("idempotency key");
    }

    [Fact]
    public async Task Items_of_several_agents_or_none_are_refused()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();

        await dari.PostAsync("/v1/session-batches", new { items = new[] { Item(agent, "a", "fast"), Item("agt_b", "b", "fast") } }, HttpStatusCode.UnprocessableEntity);
        await dari.PostAsync("/v1/session-batches", new { items = Array.Empty<object>() }, HttpStatusCode.UnprocessableEntity);
        await dari.PostAsync("/v1/session-batches", new { items = new[] { Item("agt_b", "b", "fast") } }, HttpStatusCode.NotFound);
    }

    private static object Item(string agent, string text, string llm) => new
    {
        agent_id = agent,
        llm_id = llm,
        metadata = new { text },
        message = new { content = new object[] { new { type = "text", text } } },
    };
}
