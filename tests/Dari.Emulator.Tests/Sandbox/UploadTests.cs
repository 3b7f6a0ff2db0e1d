using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Sandbox;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>The state machine of resumable uploads.</summary>
public sealed class UploadTests
{
    private static readonly byte[] Ten = Encoding.ASCII.GetBytes("0123456789");

    [Fact]
    public async Task Parts_make_a_file_that_appears_only_when_it_is_complete()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");

        var session = await uploads.CreateAsync(UploadClient.Request("data.bin", 10, digest: UploadClient.Digest(Ten)));
        session["target_path"]!.GetValue<string>().ShouldBe("/workspace/data.bin");
        session["status"]!.GetValue<string>().ShouldBe("created");
        session["part_size"]!.GetValue<int>().ShouldBe(4);
        session["part_count"]!.GetValue<int>().ShouldBe(3);
        session["max_concurrency"]!.GetValue<int>().ShouldBe(2);
        session["reserved_staging_bytes"]!.GetValue<int>().ShouldBe(10);
        session["next_part"]!.GetValue<int>().ShouldBe(0);
        var id = session["upload_id"]!.GetValue<string>();

        await uploads.SendAllAsync(id, Ten, 4);
        (await uploads.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("staged");
        await NotThereAsync(fixture, sandbox, "/workspace/data.bin");

        var (status, published) = await uploads.CompleteAsync(id, UploadClient.Digest(Ten));
        status.ShouldBe(HttpStatusCode.OK, published.ToJsonString());
        published["published_bytes"]!.GetValue<int>().ShouldBe(10);
        published["published_file_count"]!.GetValue<int>().ShouldBe(1);
        published["session"]!["status"]!.GetValue<string>().ShouldBe("completed");
        published["session"]!["reserved_staging_bytes"]!.GetValue<int>().ShouldBe(0);
        (await fixture.ReadAsync(sandbox, "/workspace/data.bin")).ShouldBe("0123456789");
    }

    [Fact]
    public async Task Parts_out_of_order_and_sent_twice_count_once()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 10));

        State(await uploads.PartAsync(id, 2, Ten[8..])).ShouldBe(("uploading", 2, 0));
        State(await uploads.PartAsync(id, 0, Ten[..4])).ShouldBe(("uploading", 6, 1));
        State(await uploads.PartAsync(id, 0, Ten[..4])).ShouldBe(("uploading", 6, 1));
        State(await uploads.PartAsync(id, 1, Ten[4..8])).ShouldBe(("staged", 10, null));
        State(await uploads.PartAsync(id, 1, Ten[4..8])).ShouldBe(("staged", 10, null));
    }

    [Fact]
    public async Task A_stored_part_cannot_be_sent_with_other_bytes()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 4));
        await uploads.PartAsync(id, 0, Ten[..4]);

        var (status, json) = await uploads.SendAsync(id, 0, Ten[4..8]);

        SandboxFixture.CheckFailure(HttpStatusCode.Conflict, "conflict", status, json);
        (await uploads.CompleteAsync(id)).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.ReadAsync(sandbox, "/tmp/x")).ShouldBe("0123");
    }

    [Theory]
    [InlineData(0, "01234", null, HttpStatusCode.UnprocessableEntity, "invalid_fields")]
    [InlineData(0, "012", null, HttpStatusCode.UnprocessableEntity, "invalid_fields")]
    [InlineData(2, "0123", null, HttpStatusCode.UnprocessableEntity, "invalid_fields")]
    [InlineData(3, "01", null, HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData(0, "0123", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", HttpStatusCode.UnprocessableEntity, "invalid_fields")]
    [InlineData(0, "0123", "E3B0", HttpStatusCode.BadRequest, "invalid_request")]
    public async Task A_wrong_part_is_refused_and_changes_nothing(
        int number, string bytes, string? digest, HttpStatusCode expected, string code)
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 10));

        var (status, json) = await uploads.SendAsync(id, number, Encoding.ASCII.GetBytes(bytes), digest);

        SandboxFixture.CheckFailure(expected, code, status, json);
        State(await uploads.StatusAsync(id)).ShouldBe(("created", 0, 0));
        await uploads.SendAllAsync(id, Ten, 4);
        (await uploads.CompleteAsync(id, UploadClient.Digest(Ten))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_part_without_a_length_is_measured_while_it_comes()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 4));

        (await ChunkedAsync("01234")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ChunkedAsync("012")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ChunkedAsync("0123")).Status.ShouldBe(HttpStatusCode.OK);

        Task<(HttpStatusCode Status, JsonNode Json)> ChunkedAsync(string text)
        {
            var request = new HttpRequestMessage(HttpMethod.Put, $"{uploads.Base}/{id}/parts/0");
            request.Headers.TransferEncodingChunked = true;
            request.Content = new StreamContent(new MemoryStream(Encoding.ASCII.GetBytes(text)));
            request.Content.Headers.ContentType = new("application/octet-stream");
            return fixture.SendAsync(request);
        }
    }

    [Fact]
    public async Task Complete_needs_every_part_and_the_right_digest()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 10, digest: UploadClient.Digest(Ten)));
        await uploads.PartAsync(id, 1, Ten[4..8]);

        Fails(await uploads.CompleteAsync(id), HttpStatusCode.Conflict, "conflict");
        await uploads.SendAllAsync(id, Ten, 4);
        Fails(await uploads.CompleteAsync(id, UploadClient.Digest([1])), HttpStatusCode.UnprocessableEntity, "invalid_fields");
        State(await uploads.StatusAsync(id)).ShouldBe(("staged", 10, null));
        (await uploads.CompleteAsync(id)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Bytes_that_do_not_have_the_announced_digest_fail_the_upload()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 10, digest: UploadClient.Digest([1])));
        await uploads.SendAllAsync(id, Ten, 4);

        Fails(await uploads.CompleteAsync(id), HttpStatusCode.UnprocessableEntity, "invalid_fields");

        (await uploads.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("failed");
        await NotThereAsync(fixture, sandbox, "/tmp/x");
        Fails(await uploads.SendAsync(id, 0, Ten[..4]), HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task Complete_again_gives_the_same_answer_under_the_same_key_only()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 4));
        await uploads.PartAsync(id, 0, Ten[..4]);

        var first = await uploads.CompleteAsync(id, key: "k");
        var second = await uploads.CompleteAsync(id, key: "k");

        second.Json.ToJsonString().ShouldBe(first.Json.ToJsonString());
        Fails(await uploads.CompleteAsync(id, UploadClient.Digest(Ten[..4]), "k"), HttpStatusCode.Conflict, "conflict");
        Fails(await uploads.CompleteAsync(id), HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task Create_again_gives_the_same_upload_under_the_same_key_and_body_only()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");

        var first = await uploads.CreateAsync(UploadClient.Request("/tmp/x", 4), "k");
        var second = await uploads.CreateAsync(UploadClient.Request("/tmp/x", 4), "k");

        second["upload_id"]!.GetValue<string>().ShouldBe(first["upload_id"]!.GetValue<string>());
        await fixture.FailAsync(
            HttpStatusCode.Conflict, "conflict", HttpMethod.Post, uploads.Base, UploadClient.Request("/tmp/x", 5), "k");
    }

    [Fact]
    public async Task An_upload_expires_by_the_clock()
    {
        await using var fixture = await SandboxFixture.StartAsync(
            change: options => options with { UploadLifetime = TimeSpan.FromMinutes(5) });
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 4));
        await uploads.PartAsync(id, 0, Ten[..4]);

        fixture.Clock.Advance(TimeSpan.FromMinutes(6));

        (await uploads.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("expired");
        Fails(await uploads.SendAsync(id, 0, Ten[..4]), HttpStatusCode.Conflict, "conflict")
            ["error_detail"]!["details"]!["reason"]!.GetValue<string>().ShouldBe("upload_expired");
        Fails(await uploads.CompleteAsync(id), HttpStatusCode.Conflict, "conflict");
        Staged(fixture).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_upload_can_be_given_up_more_than_once_until_it_is_published()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 10));
        await uploads.PartAsync(id, 0, Ten[..4]);

        await fixture.EmptyAsync(HttpMethod.Delete, $"{uploads.Base}/{id}");
        await fixture.EmptyAsync(HttpMethod.Delete, $"{uploads.Base}/{id}");

        (await uploads.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("aborted");
        Fails(await uploads.SendAsync(id, 1, Ten[4..8]), HttpStatusCode.Conflict, "conflict");
        Staged(fixture).ShouldBeEmpty();
        var published = (await uploads.UploadAsync(UploadClient.Request("/tmp/x", 4), Ten[..4])).Json;
        await fixture.FailAsync(
            HttpStatusCode.Conflict, "conflict", HttpMethod.Delete, $"{uploads.Base}/{published["session"]!["upload_id"]}");
    }

    [Fact]
    public async Task Staging_space_and_the_size_of_an_upload_are_limited()
    {
        await using var fixture = await SandboxFixture.StartAsync(
            new SandboxOptions { StagingQuotaBytes = 15 }, options => options with { UploadMaxBytes = 12 });
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/a", 10));

        await fixture.FailAsync(
            HttpStatusCode.RequestEntityTooLarge, "file_upload_limit_exceeded", HttpMethod.Post, uploads.Base, UploadClient.Request("/tmp/b", 13));
        await fixture.FailAsync(
            HttpStatusCode.TooManyRequests, "quota_exceeded", HttpMethod.Post, uploads.Base, UploadClient.Request("/tmp/b", 6));
        await fixture.EmptyAsync(HttpMethod.Delete, $"{uploads.Base}/{id}");
        await uploads.StartAsync(UploadClient.Request("/tmp/b", 6));
    }

    [Fact]
    public async Task An_empty_file_has_no_parts()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");

        var session = await uploads.CreateAsync(UploadClient.Request("/tmp/empty", 0, digest: UploadClient.Digest([])));
        session["part_count"]!.GetValue<int>().ShouldBe(0);
        session["status"]!.GetValue<string>().ShouldBe("staged");
        (await uploads.CompleteAsync(session["upload_id"]!.GetValue<string>())).Status.ShouldBe(HttpStatusCode.OK);

        (await fixture.ReadAsync(sandbox, "/tmp/empty")).ShouldBe("");
    }

    [Fact]
    public async Task No_more_parts_than_allowed_are_under_way_at_once()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{await fixture.SandboxAsync()}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 12));
        var (first, second) = (new SlowContent(Ten[..4]), new SlowContent(Ten[..4]));
        var (sending0, sending1) = (SendSlowAsync(0, first), SendSlowAsync(1, second));
        await Task.WhenAll(first.Started, second.Started);

        await SandboxFixture.UntilAsync(
            async () => JsonValue.Create((int)(await uploads.SendAsync(id, 2, Ten[..4])).Status),
            status => status.GetValue<int>() == 429);

        first.Finish();
        second.Finish();
        (await sending0).Status.ShouldBe(HttpStatusCode.OK);
        (await sending1).Status.ShouldBe(HttpStatusCode.OK);

        Task<(HttpStatusCode Status, JsonNode Json)> SendSlowAsync(int number, HttpContent content) =>
            fixture.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"{uploads.Base}/{id}/parts/{number}") { Content = content });
    }

    [Fact]
    public async Task A_broken_connection_leaves_its_part_to_be_sent_again()
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", 4));
        using var broken = new CancellationTokenSource();
        var content = new SlowContent(Encoding.ASCII.GetBytes("9999"));
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{uploads.Base}/{id}/parts/0") { Content = content };
        var sending = fixture.Http.SendAsync(request, broken.Token);
        await content.Started;

        await broken.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(sending);

        State(await uploads.StatusAsync(id)).ShouldBe(("created", 0, 0));
        await uploads.PartAsync(id, 0, Ten[..4]);
        (await uploads.CompleteAsync(id)).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.ReadAsync(sandbox, "/tmp/x")).ShouldBe("0123");
    }

    [Fact]
    public async Task Parts_sent_at_once_in_any_order_and_more_than_once_make_the_same_bytes()
    {
        await using var fixture = await SandboxFixture.StartAsync(
            change: options => options with { UploadPartSize = 1000, UploadMaxConcurrency = 4 });
        var sandbox = await fixture.SandboxAsync();
        var uploads = new UploadClient(fixture, $"/v1/sandboxes/{sandbox}");
        var bytes = new byte[50_500];
        var random = new Random(1);
        random.NextBytes(bytes);
        var id = await uploads.StartAsync(UploadClient.Request("/tmp/x", bytes.Length, digest: UploadClient.Digest(bytes)));
        int[] numbers = [.. Enumerable.Range(0, 51), .. Enumerable.Range(0, 51)];
        random.Shuffle(numbers);

        await Parallel.ForEachAsync(numbers, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
            await uploads.PartAsync(id, number, bytes[(number * 1000)..Math.Min((number + 1) * 1000, bytes.Length)]));

        State(await uploads.StatusAsync(id)).ShouldBe(("staged", bytes.Length, null));
        (await uploads.CompleteAsync(id)).Status.ShouldBe(HttpStatusCode.OK);
        (await fixture.Http.GetByteArrayAsync($"/v1/sandboxes/{sandbox}/file?path=/tmp/x")).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("file", "directory_archive", null)]
    [InlineData("directory_tar", "restartable_file", "tar")]
    [InlineData("directory_tar", "directory_archive", null)]
    [InlineData("file", "restartable_file", "tar")]
    public async Task Kinds_that_do_not_go_together_are_refused(string kind, string source, string? archive)
    {
        await using var fixture = await SandboxFixture.StartAsync();
        var body = (JsonObject)UploadClient.Request("/tmp/x", 1);
        (body["kind"], body["source_kind"]) = (kind, source);
        if (archive is not null)
        {
            body["archive_format"] = archive;
        }

        await fixture.FailAsync(
            HttpStatusCode.UnprocessableEntity,
            "invalid_fields",
            HttpMethod.Post,
            $"/v1/sandboxes/{await fixture.SandboxAsync()}/uploads",
            body);
    }

    private static (string Status, long Accepted, int? Next) State(JsonNode session) => (
        session["status"]!.GetValue<string>(),
        session["accepted_bytes"]!.GetValue<long>(),
        session["next_part"]?.GetValue<int>());

    private static JsonNode Fails((HttpStatusCode Status, JsonNode Json) answer, HttpStatusCode status, string code)
    {
        SandboxFixture.CheckFailure(status, code, answer.Status, answer.Json);
        return answer.Json;
    }

    private static Task NotThereAsync(SandboxFixture fixture, string sandbox, string path) => fixture.FailAsync(
        HttpStatusCode.NotFound, "not_found", HttpMethod.Post, $"/v1/sandboxes/{sandbox}/files/info", new { path });

    private static string[] Staged(SandboxFixture fixture) =>
        [.. Directory.EnumerateFiles(fixture.Emulator.DataFolder, "content", SearchOption.AllDirectories)];
}
