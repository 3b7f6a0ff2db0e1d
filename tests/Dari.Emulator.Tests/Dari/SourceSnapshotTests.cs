using System.Formats.Tar;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Dari;

public sealed class SourceSnapshotTests
{
    [Fact]
    public async Task An_uploaded_archive_becomes_ready_and_shows_its_manifest()
    {
        await using DariFixture dari = await DariFixture.StartAsync();

        string id = await dari.SnapshotAsync(Bundles.Pack());

        (await dari.PostAsync($"/v1/source-snapshots/{id}/finalize", null, HttpStatusCode.OK))["status"]!.GetValue<string>().ShouldBe("ready");
        JsonObject manifest = await dari.GetAsync($"/v1/source-snapshots/{id}/manifest");
        manifest["name"]!.GetValue<string>().ShouldBe("support-agent");
    }

    [Fact]
    public async Task The_quickstart_form_of_the_manifest_is_valid()
    {
        await using DariFixture dari = await DariFixture.StartAsync();

        string id = await dari.SnapshotAsync(Bundles.Pack(
            [("dari.yml", "name: hello\nsdk: openai-agents\nentrypoint: agent.py:agent\nretries: { max_attempts: 2 }\n"), ("agent.py", "agent = 1\n")]));

        (await dari.GetAsync($"/v1/source-snapshots/{id}/manifest"))["sdk"]!.GetValue<string>().ShouldBe("openai-agents");
    }

    [Fact]
    public async Task The_target_is_on_another_origin_and_takes_no_key()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        byte[] archive = Bundles.Pack();
        JsonObject reserved = await dari.PostAsync("/v1/source-snapshots", Bundles.Reservation(archive), HttpStatusCode.Created);

        var url = new Uri(reserved["upload_url"]!.GetValue<string>());
        url.Authority.ShouldBe(dari.Emulator.StorageUrl.Authority);
        url.Authority.ShouldNotBe(dari.Emulator.DariUrl.Authority);
        using HttpResponseMessage withKey = await dari.UploadAsync(
            reserved, archive, request => request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", dari.Emulator.DariApiKey));
        withKey.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("Content-Type", "application/octet-stream")]
    [InlineData("Content-Type", null)]
    [InlineData("x-goog-content-sha256", null)]
    public async Task The_target_insists_on_its_headers(string header, string? value)
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        byte[] archive = Bundles.Pack();
        JsonObject reserved = await dari.PostAsync("/v1/source-snapshots", Bundles.Reservation(archive), HttpStatusCode.Created);

        using HttpResponseMessage response = await dari.UploadAsync(reserved, archive, request =>
        {
            request.Headers.Remove(header.StartsWith('x') ? header : "x-none");
            if (header == "Content-Type")
            {
                request.Content!.Headers.ContentType = value is null ? null : new MediaTypeHeaderValue(value);
            }
        });

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_target_takes_one_upload()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        byte[] archive = Bundles.Pack();
        JsonObject reserved = await dari.PostAsync("/v1/source-snapshots", Bundles.Reservation(archive), HttpStatusCode.Created);

        using HttpResponseMessage first = await dari.UploadAsync(reserved, archive);
        using HttpResponseMessage second = await dari.UploadAsync(reserved, archive);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task An_expired_target_takes_nothing_and_the_snapshot_fails()
    {
        var clock = new ShiftedClock();
        await using DariFixture dari = await DariFixture.StartAsync(new EmulatorOptions { Clock = clock });
        byte[] archive = Bundles.Pack();
        JsonObject reserved = await dari.PostAsync("/v1/source-snapshots", Bundles.Reservation(archive), HttpStatusCode.Created);

        clock.Shift = TimeSpan.FromMinutes(15);
        using HttpResponseMessage late = await dari.UploadAsync(reserved, archive);

        late.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await AssertFailedAsync(dari, reserved, "The archive was not uploaded before the upload target expired.");
    }

    [Theory]
    [InlineData(-1, "The size does not match")]
    [InlineData(0, "The checksum does not match.")]
    [InlineData(1, "The size does not match")]
    public async Task An_archive_that_is_not_the_announced_one_fails(int longer, string reason)
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        byte[] archive = Bundles.Pack();
        JsonObject reserved = await dari.PostAsync("/v1/source-snapshots", Bundles.Reservation(archive), HttpStatusCode.Created);
        byte[] other = new byte[archive.Length + longer];

        using HttpResponseMessage put = await dari.UploadAsync(reserved, other);

        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        await AssertFailedAsync(dari, reserved, reason);
    }

    [Fact]
    public async Task A_wrong_reservation_is_refused_in_the_service_s_form()
    {
        await using DariFixture dari = await DariFixture.StartAsync();

        JsonObject error = await dari.PostAsync(
            "/v1/source-snapshots", new { format = "zip", sha256 = new string('A', 64), size_bytes = "12" }, HttpStatusCode.UnprocessableEntity);

        ((JsonArray)error["detail"]!).Select(static item => item!["loc"]![1]!.GetValue<string>()).Order().ShouldBe(["format", "sha256", "size_bytes"]);
    }

    [Theory]
    [InlineData("name: x\nharness: pi\n", "/instructions")]
    [InlineData("name: x\nharness: magic\ninstructions: {system: prompts/system.md}\nllm: {model: a}\n", "/harness")]
    [InlineData("name: x\nharness: pi\ninstructions: {system: prompts/none.md}\nllm: {model: a}\n", "/instructions/system")]
    [InlineData("name: x\nharness: pi\ninstructions: {system: prompts/system.md}\nllm: {model: a}\nmore: 1\n", "/more")]
    [InlineData("name: x\nharness: pi\ninstructions: {system: prompts/system.md}\nllm: {default: b, options: {a: {model: m}}}\n", "/llm/default")]
    [InlineData("name: x\nharness: pi\ninstructions: {system: prompts/system.md}\nllm: {model: a}\nsandbox: {secrets: [lower]}\n", "/sandbox/secrets/0")]
    [InlineData("name: x\nsdk: openai-agents\nentrypoint: none.py:agent\n", "/entrypoint")]
    [InlineData("name: [", "")]
    public async Task An_invalid_manifest_is_told_with_its_place(string manifest, string pointer)
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string id = await dari.SnapshotAsync(Bundles.Pack(manifest));

        JsonObject error = await dari.GetAsync($"/v1/source-snapshots/{id}/manifest", HttpStatusCode.UnprocessableEntity);
        await dari.PostAsync("/v1/agents", new { source_snapshot_id = id }, HttpStatusCode.UnprocessableEntity);

        ((JsonArray)error["detail"]!).Select(static item => string.Concat(((JsonArray)item!["loc"]!).Skip(1).Select(static part => "/" + part))).ShouldContain(pointer);
    }

    [Theory]
    [InlineData("../dari.yml", TarEntryType.RegularFile)]
    [InlineData("/dari.yml", TarEntryType.RegularFile)]
    [InlineData("dari.yml", TarEntryType.SymbolicLink)]
    public async Task An_archive_that_leads_outside_is_refused(string name, TarEntryType type)
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string id = await dari.SnapshotAsync(Bundles.Tar(writer =>
        {
            var entry = new PaxTarEntry(type, name);
            if (type == TarEntryType.SymbolicLink)
            {
                entry.LinkName = "/etc/passwd";
            }

            writer.WriteEntry(entry);
        }));

        await dari.GetAsync($"/v1/source-snapshots/{id}/manifest", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task What_is_not_an_archive_is_refused()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string id = await dari.SnapshotAsync([1, 2, 3, 4]);

        await dari.GetAsync($"/v1/source-snapshots/{id}/manifest", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_deleted_snapshot_is_gone_and_a_foreign_one_is_forbidden()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        string id = await dari.SnapshotAsync(Bundles.Pack());

        await dari.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v1/source-snapshots/{id}"), HttpStatusCode.Forbidden, dari.Foreign);
        await dari.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/v1/source-snapshots/{id}"), HttpStatusCode.NoContent);
        await dari.GetAsync($"/v1/source-snapshots/{id}/manifest", HttpStatusCode.NotFound);
        Directory.GetFiles(Path.Combine(dari.Emulator.DataFolder, "dari", "snapshots")).ShouldBeEmpty();
    }

    private static async Task AssertFailedAsync(DariFixture dari, JsonObject reserved, string reason)
    {
        string id = reserved["source_snapshot_id"]!.GetValue<string>();
        JsonObject finalized = await dari.PostAsync($"/v1/source-snapshots/{id}/finalize", null, HttpStatusCode.OK);
        finalized["status"]!.GetValue<string>().ShouldBe("failed");
        finalized["failure_reason"]!.GetValue<string>().ShouldStartWith(reason);
        await dari.PostAsync("/v1/agents", new { source_snapshot_id = id }, HttpStatusCode.Conflict);
    }
}
