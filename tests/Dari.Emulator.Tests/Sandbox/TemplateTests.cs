using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Template builds and their logs.</summary>
public sealed class TemplateTests
{
    [Fact]
    public async Task A_log_can_be_read_so_far_or_to_the_end_and_from_anywhere()
    {
        await using var fixture = await SandboxFixture.StartAsync(change: options => options with { BuildDuration = TimeSpan.FromSeconds(40) });
        var build = await fixture.JsonAsync(
            HttpMethod.Post, "/v1/templates/builds", new { name = "py", tags = new[] { "latest" }, dockerfile = "FROM x\nRUN a \\\n  b\n# c\nUSER ada" });
        var logs = $"/v1/templates/builds/{build["build_id"]}/logs";
        build["finished_at"].ShouldBeNull();

        Offsets(await EventsAsync(fixture, logs)).ShouldBe([0]);
        var following = EventsAsync(fixture, logs + "?follow=true");
        await fixture.FailAsync(HttpStatusCode.NotFound, "template_not_found", HttpMethod.Post, "/v1/sandboxes", new { template = "py" });
        fixture.Clock.Advance(TimeSpan.FromSeconds(41));

        var all = await following;
        Offsets(all).ShouldBe([0, 1, 2, 3, 4, 5]);
        all.ShouldAllBe(item => item.Type == "log");
        all.Select(item => item.Data["message"]!.GetValue<string>())
            .ShouldBe(["build started", "FROM x", "RUN a b", "USER ada", "export root filesystem", "build ready"]);
        all[^1].Data["kind"]!.GetValue<string>().ShouldBe("end");
        Offsets(await EventsAsync(fixture, logs + "?offset=4&cursor=1")).ShouldBe([4, 5]);
        Offsets(await EventsAsync(fixture, logs + "?cursor=5")).ShouldBe([5]);
        Offsets(await EventsAsync(fixture, logs, lastEventId: "3")).ShouldBe([4, 5]);
        await fixture.SandboxAsync(new { template = "py:latest" });
        await fixture.FailAsync(HttpStatusCode.NotFound, "template_build_not_found", HttpMethod.Get, "/v1/templates/builds/tb_none/logs");
    }

    [Theory]
    [InlineData("RUN a", "the first instruction has to be FROM")]
    [InlineData("FROM x\nFLY away", "unknown instruction: FLY")]
    [InlineData("FROM x\nRUN", "RUN needs arguments")]
    public async Task A_wrong_Dockerfile_fails_its_build(string dockerfile, string message)
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var build = await fixture.JsonAsync(HttpMethod.Post, "/v1/templates/builds", new { name = "bad", dockerfile });

        var all = await EventsAsync(fixture, $"/v1/templates/builds/{build["build_id"]}/logs?follow=true");

        all[^2].Data["kind"]!.GetValue<string>().ShouldBe("error");
        all[^2].Data["message"]!.GetValue<string>().ShouldBe(message);
        all[^1].Data["result"]!["status"]!.GetValue<string>().ShouldBe("failed");
        await fixture.FailAsync(HttpStatusCode.NotFound, "template_not_found", HttpMethod.Post, "/v1/sandboxes", new { template = "bad" });
    }

    private static IEnumerable<int> Offsets(IEnumerable<Entry> events) => events.Select(item => int.Parse(item.Id!));

    private static async Task<List<Entry>> EventsAsync(SandboxFixture fixture, string path, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var response = await fixture.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var events = new List<Entry>();
        var parser = SseParser.Create(
            await response.Content.ReadAsStreamAsync(), (type, data) => (Type: type, Data: JsonNode.Parse(data)!));
        await foreach (var item in parser.EnumerateAsync())
        {
            events.Add(new Entry(item.Data.Type, parser.LastEventId, item.Data.Data));
        }

        return events;
    }

    private sealed record Entry(string Type, string? Id, JsonNode Data);
}
