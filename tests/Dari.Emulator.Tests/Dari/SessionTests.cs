using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

public sealed class SessionTests
{
    [Fact]
    public async Task A_message_runs_through_its_states_and_is_answered()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();

        JsonObject sent = await dari.SayAsync(session, "Hello");
        sent["message"]!["status"]!.GetValue<string>().ShouldBe("queued");
        sent["session"]!["status"]!.GetValue<string>().ShouldBe("running");
        sent["event"]!["id"]!.GetValue<string>().ShouldBe($"{session}:evt_1");
        JsonObject message = await dari.FinishedAsync(sent);
        await dari.UntilAsync($"/v1/sessions/{session}", static now => (string?)now["status"] == "idle");

        message["output"]!["parts"]![0]!["text"]!.GetValue<string>().ShouldBe("You said: Hello");
        JsonArray events = (JsonArray)(await dari.GetAsync($"/v1/sessions/{session}/events"))["events"]!;
        events.Select(static entry => (string?)entry!["type"]).ShouldBe(
        [
            "user.message", "session.status_changed", "message.status_changed", "assistant.message_completed",
            "message.status_changed", "session.status_changed",
        ]);
        events.Select(static entry => (int)entry!["sequence_number"]!).ShouldBe([1, 2, 3, 4, 5, 6]);
        ((JsonArray)(await dari.GetAsync($"/v1/sessions/{session}/events?limit=2"))["events"]!).Count.ShouldBe(2);
        await dari.GetAsync($"/v1/sessions/{session}/events?limit=x", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Messages_that_come_at_once_are_answered_in_order()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(number => dari.SayAsync(session, $"no {number}")));
        JsonObject list = await dari.UntilAsync($"/v1/sessions/{session}/messages", static now =>
            ((JsonArray)now["messages"]!).All(static message => (string?)message!["status"] == "completed"));

        ((JsonArray)list["messages"]!).Select(static message => (int)message!["sequence_number"]!).ShouldBe([1, 2, 3, 4, 5]);
        JsonArray events = (JsonArray)(await dari.GetAsync($"/v1/sessions/{session}/events"))["events"]!;
        events.Where(static entry => (string?)entry!["type"] == "assistant.message_completed").Select(static entry => (string?)entry!["message_id"])
            .ShouldBe(((JsonArray)list["messages"]!).Select(static message => (string?)message!["id"]));
    }

    [Fact]
    public async Task Sessions_are_found_by_their_metadata()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();
        string wanted = await dari.SessionAsync(agent, new { metadata = new { run = "1", team = "a" }, name = "Nightly", secrets = new Dictionary<string, string> { ["GITHUB_TOKEN"] = "s" } });
        await dari.SessionAsync(agent, new { metadata = new { run = "2", team = "a" } });

        JsonArray both = (JsonArray)(await dari.GetAsync("/v1/sessions?metadata.team=a"))["sessions"]!;
        JsonArray one = (JsonArray)(await dari.GetAsync("/v1/sessions?metadata.team=a&metadata.run=1"))["sessions"]!;

        both.Count.ShouldBe(2);
        one.Single()!["id"]!.GetValue<string>().ShouldBe(wanted);
        one.ToJsonString().ShouldNotContain("GITHUB_TOKEN");
        ((JsonArray)(await dari.GetAsync($"/v1/agents/{agent}/sessions"))["sessions"]!).Count.ShouldBe(2);
        await dari.PostAsync($"/v1/agents/{agent}/sessions", new { secrets = new { lower = "x" } }, HttpStatusCode.UnprocessableEntity);
        await dari.PostAsync($"/v1/agents/{agent}/sessions", new { llm_id = "none" }, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_workspace_can_be_listed_and_downloaded_in_part()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();
        await dari.GetAsync($"/v1/sessions/{session}/workspace.zip", HttpStatusCode.Conflict);
        string file = await UploadAsync(dari, "deep/er/report.txt", "figures");

        JsonObject message = await dari.FinishedAsync(await dari.PostAsync($"/v1/sessions/{session}/events", new
        {
            type = "user.message",
            content = new object[] { new { type = "text", text = "/write /reports/a.txt some text" }, new { type = "file", file_id = file } },
        }, HttpStatusCode.Accepted));

        (await dari.GetAsync($"/v1/messages/{message["id"]}/files"))["files_changed"]!.ToJsonString()
            .ShouldBe("""[{"path":"/reports/a.txt","change":"created","size_bytes":9}]""");
        (await dari.GetAsync($"/v1/sessions/{session}/files?path=/reports"))["entries"]!.ToJsonString()
            .ShouldBe("""[{"path":"/reports/a.txt","type":"file","size_bytes":9}]""");
        (await NamesAsync(dari, session, "")).ShouldBe(["reports/a.txt", "uploads/report.txt"]);
        (await NamesAsync(dari, session, "?path=reports")).ShouldBe(["reports/a.txt"]);
        (await NamesAsync(dari, session, "?path=/workspace/reports&path=uploads")).ShouldBe(["reports/a.txt", "uploads/report.txt"]);
        foreach (string wrong in new[] { "none", "reports/a.txt", "../..", "reports/../.." })
        {
            await dari.GetAsync($"/v1/sessions/{session}/workspace.zip?path={wrong}", HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task The_transcript_shows_the_conversation()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();
        await dari.FinishedAsync(await dari.SayAsync(session, "/tool add {\"a\":1}"));
        await dari.FinishedAsync(await dari.SayAsync(session, "/fail out of ideas"));

        JsonArray items = (JsonArray)(await dari.GetAsync($"/v1/sessions/{session}/transcript"))["timeline"]!["items"]!;

        items.Select(static item => (string?)item!["type"]).ShouldBe(["user_message", "tool_call", "assistant_message", "user_message", "assistant_message"]);
        items[1]!["result"]!.ToJsonString().ShouldBe("""{"a":1}""");
        items[4]!["error_message"]!.GetValue<string>().ShouldBe("out of ideas");
        (await dari.GetAsync($"/v1/costs/sessions/{session}"))["event_count"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task The_quickstart_s_routes_work_on_the_same_session()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string agent = await dari.AgentAsync();

        JsonObject session = await dari.PostAsync($"/v1/deployments/{agent.Replace("agt_", "dep_")}/sessions", null, HttpStatusCode.Created);
        JsonObject sent = await dari.PostAsync(
            $"/v1/sessions/{session["id"]}/messages", new { parts = new object[] { new { type = "text", text = "Hi" } }, metadata = new { a = 1 } }, HttpStatusCode.OK);
        JsonObject message = await dari.UntilAsync($"/v1/messages/{sent["id"]}", static now => (string?)now["status"] == "completed");

        message["metadata"]!["a"]!.GetValue<int>().ShouldBe(1);
        (await dari.GetAsync($"/v1/sessions/{session["id"]}/files?path=/output"))["entries"]![0]!["path"]!.GetValue<string>().ShouldBe("/output/reply-1.txt");
    }

    [Fact]
    public async Task A_file_that_was_not_uploaded_is_refused_and_a_too_large_one_too()
    {
        await using DariFixture dari = await DariFixture.StartAsync(new EmulatorOptions { MaxFileBytes = 10 });
        string agent = await dari.AgentAsync();
        object unknown = new { type = "user.message", content = new object[] { new { type = "image", file_id = "file_none" } } };

        await dari.PostAsync($"/v1/agents/{agent}/messages", unknown, HttpStatusCode.UnprocessableEntity);

        ((JsonArray)(await dari.GetAsync("/v1/sessions"))["sessions"]!).ShouldBeEmpty();
        (await UploadAsync(dari, "a.txt", "0123456789")).ShouldStartWith("file_");
        await UploadAsync(dari, "a.txt", "0123456789a", HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<string> UploadAsync(DariFixture dari, string name, string text, HttpStatusCode expected = HttpStatusCode.Created)
    {
        var form = new MultipartFormDataContent { { new StringContent(text), "file", name } };
        JsonObject file = await dari.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/v1/files") { Content = form }, expected);
        file["filename"]?.GetValue<string>().ShouldBe(Path.GetFileName(name));
        return file["id"]?.GetValue<string>() ?? "";
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(DariFixture dari, string session, string query)
    {
        using HttpResponseMessage response = await dari.Http.GetAsync($"/v1/sessions/{session}/workspace.zip{query}");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe($"workspace-{session}.zip");
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        return [.. zip.Entries.Select(static entry => entry.FullName)];
    }
}
