using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

public sealed class ToolTests
{
    [Fact]
    public async Task An_external_tool_is_waited_for_and_its_result_is_used()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();
        (JsonObject sent, JsonObject call) = await RequestAsync(dari, session);

        await AnswerAsync(dari, session, sent, call, """{"result":{"shipped":"yes"}}""", HttpStatusCode.UnprocessableEntity);
        await AnswerAsync(dari, session, sent, call, "{}", HttpStatusCode.UnprocessableEntity);
        await AnswerAsync(dari, session, sent, call, """{"result":{"shipped":true}}""", HttpStatusCode.Accepted);
        JsonObject message = await dari.FinishedAsync(sent);
        await AnswerAsync(dari, session, sent, call, """{"result":{"shipped":true}}""", HttpStatusCode.Conflict);

        ((JsonArray)message["output"]!["parts"]!).Select(static part => (string?)part!["type"]).ShouldBe(["tool_call", "tool_result", "text"]);
        message["output"]!["parts"]![2]!["text"]!.GetValue<string>().ShouldBe("""find_order answered: {"shipped":true}""");
    }

    [Fact]
    public async Task An_error_is_not_checked_against_the_schema()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();
        (JsonObject sent, JsonObject call) = await RequestAsync(dari, session);

        await AnswerAsync(dari, session, sent, call, """{"result":"down","is_error":true}""", HttpStatusCode.Accepted);

        JsonObject message = await dari.FinishedAsync(sent);
        message["output"]!["parts"]![1]!["is_error"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_tool_that_does_not_answer_in_time_fails()
    {
        await using DariFixture dari = await DariFixture.StartAsync(new EmulatorOptions { ToolTimeout = TimeSpan.FromMilliseconds(50) });
        string session = await dari.SessionAsync();

        JsonObject message = await dari.FinishedAsync(await dari.SayAsync(session, "/tool find_order {}"));

        message["status"]!.GetValue<string>().ShouldBe("completed");
        ((JsonArray)(await dari.GetAsync($"/v1/sessions/{session}/events"))["events"]!).Select(static entry => (string?)entry!["type"]).ShouldContain("tool.call_failed");
    }

    [Fact]
    public async Task A_result_for_an_unknown_call_is_not_found()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string session = await dari.SessionAsync();

        await dari.PostAsync(
            $"/v1/sessions/{session}/events", new { type = "tool.result_submitted", message_id = "msg_1", tool_call_id = "call_1", result = 1 }, HttpStatusCode.NotFound);
    }

    private static async Task<(JsonObject Sent, JsonObject Call)> RequestAsync(DariFixture dari, string session)
    {
        JsonObject sent = await dari.SayAsync(session, "/tool find_order {\"order_id\":\"42\"}");
        await dari.UntilAsync($"/v1/messages/{sent["message"]!["id"]}", static now => (string?)now["status"] == "waiting_for_tool");
        JsonArray events = (JsonArray)(await dari.GetAsync($"/v1/sessions/{session}/events"))["events"]!;
        return (sent, (JsonObject)events.Last(static entry => (string?)entry!["type"] == "tool.call_requested")!["data"]!);
    }

    private static Task<JsonObject> AnswerAsync(DariFixture dari, string session, JsonObject sent, JsonObject call, string result, HttpStatusCode expected)
    {
        var body = (JsonObject)JsonNode.Parse(result)!;
        body["type"] = "tool.result_submitted";
        body["message_id"] = sent["message"]!["id"]!.DeepClone();
        body["tool_call_id"] = call["tool_call_id"]!.DeepClone();
        return dari.PostAsync($"/v1/sessions/{session}/events", body, expected);
    }
}
