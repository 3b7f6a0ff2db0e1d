using System.Buffers.Binary;
using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class BrowserTests
{
    private const string Act = "/v1/browser/interactions/";

    [Fact]
    public async Task A_browser_goes_where_it_is_sent_and_says_what_it_sees()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string id = await OpenAsync(service);

        await service.PostAsync(Act + "navigate", new { url = "https://example.com/start", session_id = id });
        JsonNode content = await service.PostAsync(Act + "content", new { session_id = id, max_anchors = 1 });
        content["url"]!.GetValue<string>().ShouldBe("https://example.com/start");
        content["readable_content"]!["content"]!.GetValue<string>().ShouldContain("https://example.com/start");
        ((JsonArray)content["content_anchors"]!).Count.ShouldBe(1);

        await service.PostAsync(Act + "fill", new { selector = "#query", value = "cats", session_id = id });
        await service.PostAsync(Act + "type", new { selector = "input[name=q]", text = " & dogs", session_id = id });
        JsonNode field = await service.PostAsync(Act + "extract", new { selector = "input", attributes = new[] { "value" }, session_id = id });
        field["elements"]![0]!["attributes"]!.ToJsonString().ShouldBe("{\"value\":\"cats \\u0026 dogs\"}");
        JsonNode clicked = await service.PostAsync(Act + "click", new { selector = "button", session_id = id });
        clicked["url"]!.GetValue<string>().ShouldBe("https://example.com/search?q=cats%20%26%20dogs");
        (await service.PostAsync(Act + "scroll", new { session_id = id, y = 250 }))["scroll_y"]!.GetValue<double>().ShouldBe(250);
    }

    [Fact]
    public async Task A_screenshot_is_a_picture_of_the_size_of_the_page()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string id = await OpenAsync(service);

        JsonNode answer = await service.PostAsync(Act + "screenshot", new { session_id = id });

        byte[] png = Convert.FromBase64String(answer["screenshot"]!.GetValue<string>());
        png.AsSpan(0, 8).ToArray().ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(800);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ShouldBe(600);
        await service.PostAsync(Act + "screenshot", new { session_id = id, format = "jpeg" }, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_is_not_there_is_404_and_what_never_comes_is_408()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string id = await OpenAsync(service);
        await service.PostAsync(Act + "navigate", new { url = "http://example.com", session_id = id });

        await service.PostAsync(Act + "click", new { selector = "#none", session_id = id }, HttpStatusCode.NotFound);
        await service.PostAsync(Act + "wait", new { condition = "visible", selector = "#title", session_id = id });
        await service.PostAsync(Act + "wait", new { condition = "visible", selector = "#none", session_id = id, timeout = 20 }, HttpStatusCode.RequestTimeout);
        await service.PostAsync(Act + "navigate", new { url = "http://x.invalid", session_id = id, wait_timeout = 20 }, HttpStatusCode.RequestTimeout);
        await service.PostAsync(Act + "navigate", new { url = "nowhere", session_id = id }, HttpStatusCode.UnprocessableEntity);
        await service.PostAsync(Act + "navigate", new { url = "http://a.b", session_id = "none" }, HttpStatusCode.NotFound);
        await service.PostAsync(Act + "extract", new { session_id = "none" }, HttpStatusCode.UnprocessableEntity);
        await service.PostAsync(Act + "scroll", new { session_id = id }, HttpStatusCode.UnprocessableEntity);
        ((JsonArray)(await service.GetAsync("/v1/browser/sessions/"))["sessions"]!).Count.ShouldBe(1);
        await service.DeleteAsync($"/v1/browser/sessions/{id}", HttpStatusCode.OK);
        await service.DeleteAsync($"/v1/browser/sessions/{id}", HttpStatusCode.NotFound);
    }

    private static async Task<string> OpenAsync(SnapshotFixture service) =>
        (await service.PostAsync("/v1/browser/sessions/", new { viewport_width = 800, viewport_height = 600 }))["session_id"]!.GetValue<string>();
}
