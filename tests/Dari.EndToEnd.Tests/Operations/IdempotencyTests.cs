using Dari.Agents;
using Dari.Idempotency;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>Keys in headers and bodies, as the generated clients send them.</summary>
[Collection(EmulatorCollection.Name)]
public sealed class IdempotencyTests(EmulatorFixture fixture)
{
    [Fact]
    public async Task A_batch_carries_its_key_in_the_body_and_is_made_once()
    {
        var world = new DariWorld(fixture);
        CreateSessionBatchRequest batch = await world.Batch();
        var same = new RequestOptions { IdempotencyKey = "nightly-" + Guid.NewGuid() };

        SessionBatch first = await world.Client.SessionBatches.CreateAsync(batch, same);
        SessionBatch again = await world.Client.SessionBatches.CreateAsync(batch, same);
        SessionBatch other = await world.Client.SessionBatches.CreateAsync(batch);

        Assert.Equal(first.BatchId, again.BatchId);
        Assert.NotEqual(first.BatchId, other.BatchId);
    }

    [Fact]
    public async Task A_named_batch_outlives_its_client_and_another_one_under_its_name_is_refused()
    {
        var world = new DariWorld(fixture);
        CreateSessionBatchRequest batch = await world.Batch();
        var journal = new MemoryIdempotencyJournal(new IdempotencyJournalOptions { StoreBodies = false });
        DariClient Client() => new(new ClientOptions { BaseUrl = world.Url, ApiKey = fixture.Emulator.DariApiKey, IdempotencyJournal = journal });
        var named = new RequestOptions { LogicalCall = "nightly" };
        using DariClient before = Client();
        using DariClient after = Client();

        SessionBatch first = await before.SessionBatches.CreateAsync(batch, named);
        SessionBatch again = await after.SessionBatches.CreateAsync(batch, named);

        Assert.Equal(first.BatchId, again.BatchId);
        await Assert.ThrowsAsync<IdempotencyConflictException>(
            () => after.SessionBatches.CreateAsync(batch with { Items = [.. batch.Items, .. batch.Items] }, named));
    }
}
