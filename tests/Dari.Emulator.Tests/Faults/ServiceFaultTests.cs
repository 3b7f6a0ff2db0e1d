using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Faults;
using Dari.Emulator.Tests.Dari;
using Dari.Emulator.Tests.Sandbox;

namespace Dari.Emulator.Tests.Faults;

/// <summary>Faults that the services themselves have to notice.</summary>
public sealed class ServiceFaultTests
{
    private static readonly byte[] Bytes = [1, 2, 3, 4, 5, 6];

    [Fact]
    public async Task A_part_that_is_corrupted_on_its_way_has_the_wrong_digest_and_can_be_sent_again()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        var upload = new UploadClient(sandbox, $"/v1/sandboxes/{await sandbox.SandboxAsync()}");
        string id = await upload.StartAsync(UploadClient.Request("/workspace/a", Bytes.Length));
        sandbox.Emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Fault = new CorruptRequestFault { AtByte = 2 } });

        (HttpStatusCode status, JsonNode json) = await upload.SendAsync(id, 0, Bytes[..4], UploadClient.Digest(Bytes[..4]));
        await upload.SendAllAsync(id, Bytes, 4);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity, json.ToJsonString());
        (await upload.CompleteAsync(id, UploadClient.Digest(Bytes))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_part_that_is_dropped_does_not_count_and_can_be_sent_again()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        var upload = new UploadClient(sandbox, $"/v1/sandboxes/{await sandbox.SandboxAsync()}");
        string id = await upload.StartAsync(UploadClient.Request("/workspace/a", Bytes.Length));
        for (int after = 0; after <= 4; after++)
        {
            sandbox.Emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Fault = new DropRequestFault { AfterBytes = after } });
            await Should.ThrowAsync<HttpRequestException>(() => upload.PartAsync(id, 0, Bytes[..4]));
            (await upload.StatusAsync(id))["accepted_bytes"]!.GetValue<long>().ShouldBe(0);
        }

        await upload.SendAllAsync(id, Bytes, 4);

        (await upload.CompleteAsync(id)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_part_whose_answer_is_lost_is_stored()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        var upload = new UploadClient(sandbox, $"/v1/sandboxes/{await sandbox.SandboxAsync()}");
        string id = await upload.StartAsync(UploadClient.Request("/workspace/a", Bytes.Length));
        sandbox.Emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Fault = new DropAnswerFault() });

        await Should.ThrowAsync<HttpRequestException>(() => upload.PartAsync(id, 0, Bytes[..4]));

        (await upload.StatusAsync(id))["accepted_bytes"]!.GetValue<long>().ShouldBe(4);
    }

    [Fact]
    public async Task A_part_that_arrives_twice_counts_once()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        var upload = new UploadClient(sandbox, $"/v1/sandboxes/{await sandbox.SandboxAsync()}");
        string id = await upload.StartAsync(UploadClient.Request("/workspace/a", Bytes.Length));
        sandbox.Emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Times = null, Fault = new DuplicateRequestFault() });

        await upload.SendAllAsync(id, Bytes, 4);

        (await upload.StatusAsync(id))["accepted_bytes"]!.GetValue<long>().ShouldBe(6);
        (await upload.CompleteAsync(id, UploadClient.Digest(Bytes))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_upload_expires_on_demand_and_stays_expired()
    {
        await using SandboxFixture sandbox = await SandboxFixture.StartAsync();
        var upload = new UploadClient(sandbox, $"/v1/sandboxes/{await sandbox.SandboxAsync()}");
        string id = await upload.StartAsync(UploadClient.Request("/workspace/a", Bytes.Length));
        sandbox.Emulator.Faults.Add(new FaultRule
        {
            OperationId = "sendUploadPart",
            Nth = 2,
            Fault = new ExpireFault { Ahead = TimeSpan.FromHours(25) },
        });

        await upload.PartAsync(id, 0, Bytes[..4]);
        (HttpStatusCode status, JsonNode _) = await upload.SendAsync(id, 1, Bytes[4..]);

        status.ShouldBe(HttpStatusCode.Conflict);
        (await upload.StatusAsync(id))["status"]!.GetValue<string>().ShouldBe("expired");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_target_expires_or_gets_other_bytes_on_demand(bool isExpired)
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        byte[] archive = Bundles.Pack();
        JsonObject reserved = await dari.PostAsync("/v1/source-snapshots", Bundles.Reservation(archive), HttpStatusCode.Created);
        dari.Emulator.Faults.Add(new FaultRule
        {
            Service = "storage",
            Fault = isExpired ? new ExpireFault() : new CorruptRequestFault { AtByte = 100 },
        });

        using HttpResponseMessage put = await dari.UploadAsync(reserved, archive);
        JsonObject finalized = await dari.PostAsync($"/v1/source-snapshots/{reserved["source_snapshot_id"]}/finalize", null, HttpStatusCode.OK);

        put.StatusCode.ShouldBe(isExpired ? HttpStatusCode.Forbidden : HttpStatusCode.OK);
        finalized["status"]!.GetValue<string>().ShouldBe("failed");
        finalized["failure_reason"]!.GetValue<string>().ShouldContain(isExpired ? "not uploaded" : "checksum");
    }

    [Fact]
    public async Task A_webhook_is_delivered_twice_with_the_same_id()
    {
        await using DariFixture dari = await DariFixture.StartAsync();
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        dari.Emulator.Faults.Add(new FaultRule { OperationId = "session.completed", Fault = new DuplicateDeliveryFault() });
        string agent = await dari.AgentAsync();
        await dari.SendAsync(
            new HttpRequestMessage(HttpMethod.Put, $"/v1/agents/{agent}/webhook")
            {
                Content = System.Net.Http.Json.JsonContent.Create(new { webhook_url = receiver.Url, event_types = new[] { "session.completed" } }),
            },
            HttpStatusCode.OK);

        await dari.SayAsync(await dari.SessionAsync(agent), "hi");
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (receiver.Deliveries.Count < 2)
        {
            await Task.Delay(10, deadline.Token);
        }

        receiver.Deliveries.Select(static delivery => Convert.ToHexString(delivery.Body)).Distinct().Count().ShouldBe(1);
    }
}
