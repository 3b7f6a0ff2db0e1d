using System.Security.Cryptography;
using Dari.Agents;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>Makes what a call to the Dari service needs to exist.</summary>
public sealed class DariWorld(EmulatorFixture fixture)
{
    public DariClient Client => fixture.Dari;

    public Uri Url => fixture.Emulator.DariUrl;

    public byte[] Archive { get; } = SourceBundle.Pack("agent-" + Guid.NewGuid().ToString("N"));

    public CreateSourceSnapshotRequest Reservation => new()
    {
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Archive)),
        SizeBytes = Archive.Length,
    };

    public UserMessageInput Message => new() { Content = [new TextBlock { Text = "Hello" }] };

    public async Task<string> UploadedSnapshot()
    {
        SourceSnapshotReservation reservation = await Client.SourceSnapshots.CreateAsync(Reservation);
        using var http = new HttpClient();
        using var put = new HttpRequestMessage(HttpMethod.Put, reservation.UploadUrl) { Content = new ByteArrayContent(Archive) };
        foreach ((string header, string value) in reservation.UploadHeaders)
        {
            if (!put.Headers.TryAddWithoutValidation(header, value))
            {
                put.Content.Headers.TryAddWithoutValidation(header, value);
            }
        }

        using HttpResponseMessage answer = await http.SendAsync(put);
        answer.EnsureSuccessStatusCode();
        return reservation.SourceSnapshotId;
    }

    public async Task<string> ReadySnapshot()
    {
        string id = await UploadedSnapshot();
        FinalizedSourceSnapshot snapshot = await Client.SourceSnapshots.FinalizeAsync(id);
        Assert.Equal(SourceSnapshotStatus.Ready, snapshot.Status);
        return id;
    }

    public async Task<CreatedAgent> Agent() =>
        await Client.Agents.CreateAsync(new CreateAgentRequest { SourceSnapshotId = await ReadySnapshot() });

    public async Task<string> AgentWithWebhook()
    {
        CreatedAgent agent = await Agent();
        await Client.AgentWebhooks.SetAsync(agent.Id, new SetAgentWebhookRequest { WebhookUrl = new Uri("https://hooks.example.com/dari") });
        return agent.Id;
    }

    public async Task<string> Session() => (await Client.Sessions.CreateAsync((await Agent()).Id)).Id;

    /// <summary>A session whose first message is answered.</summary>
    public async Task<(string Session, string Message)> Answered()
    {
        string session = await Session();
        SentSessionEvent sent = await Client.Sessions.SendEventAsync(session, Message);
        string message = sent.Message!.Id;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await Client.Messages.GetAsync(message, cancellationToken: limit.Token)).Status != MessageStatus.Completed)
        {
            await Task.Delay(20, limit.Token);
        }

        return (session, message);
    }

    public async Task<CreateSessionBatchRequest> Batch()
    {
        CreatedAgent agent = await Agent();
        return new CreateSessionBatchRequest
        {
            Items = [new SessionBatchItemInput { AgentId = agent.Id, Message = new SessionBatchMessage { Content = [new TextBlock { Text = "Hi" }] } }],
        };
    }
}
