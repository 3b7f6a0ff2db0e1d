using System.IO.Compression;
using Dari.Agents;
using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.DariWorld, Dari.Agents.DariClient>;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>Every operation of the Dari document.</summary>
internal static class DariCalls
{
    public static IReadOnlyList<Call> All { get; } = [.. Snapshots(), .. Agents(), .. Webhooks(), .. Sessions(), .. Others()];

    private static IEnumerable<Call> Snapshots() =>
    [
        new("createSourceSnapshot", world => Ready(client => client.SourceSnapshots.CreateAsync(world.Reservation))),
        new("finalizeSourceSnapshot", async world =>
        {
            string id = await world.UploadedSnapshot();
            return async client => Assert.Equal(SourceSnapshotStatus.Ready, (await client.SourceSnapshots.FinalizeAsync(id)).Status);
        }),
        new("getSourceSnapshotManifest", async world =>
        {
            string id = await world.ReadySnapshot();
            return client => client.SourceSnapshots.GetManifestAsync(id);
        }),
        new("deleteSourceSnapshot", async world =>
        {
            string id = await world.ReadySnapshot();
            return client => client.SourceSnapshots.DeleteAsync(id);
        }),
    ];

    private static IEnumerable<Call> Agents() =>
    [
        new("createAgent", async world =>
        {
            string id = await world.ReadySnapshot();
            return client => client.Agents.CreateAsync(new CreateAgentRequest { SourceSnapshotId = id });
        }),
        new("listAgents", async world =>
        {
            CreatedAgent agent = await world.Agent();
            return async client => Assert.Contains((await client.Agents.ListAsync()).Agents, one => one.Id == agent.Id);
        }),
        OfAgent("getAgent", agent => async client => Assert.Equal(agent.Name, (await client.Agents.GetAsync(agent.Id)).Name)),
        OfAgent("deleteAgent", agent => async client => Assert.NotNull((await client.Agents.DeleteAsync(agent.Id)).DeletedAt)),
        new("publishAgentVersion", async world =>
        {
            CreatedAgent agent = await world.Agent();
            string snapshot = await world.ReadySnapshot();
            return client => client.Agents.PublishVersionAsync(agent.Id, new PublishAgentVersionRequest { SourceSnapshotId = snapshot });
        }),
        OfAgent("listAgentVersions", agent => async client => Assert.Single((await client.Agents.ListVersionsAsync(agent.Id)).Versions)),
        OfAgent("getAgentVersion", agent => client => client.Agents.GetVersionAsync(agent.Id, agent.ActiveVersionId)),
        OfAgent("listAgentVersionFiles", agent => client => client.Agents.ListVersionFilesAsync(agent.Id, agent.ActiveVersionId)),
        OfAgent("getAgentVersionFile", agent => async client =>
            Assert.Equal("Answer in one sentence.", (await client.Agents.GetVersionFileAsync(agent.Id, agent.ActiveVersionId, "prompt.md")).Content)),
        OfAgent("setAgentModelBackend", agent => client => client.Agents.SetModelBackendAsync(agent.Id, new ModelBackend { RouterId = "rtr_1" })),
    ];

    private static IEnumerable<Call> Webhooks() =>
    [
        OfAgent("setAgentWebhook", agent => async client => Assert.StartsWith("whsec_", (await client.AgentWebhooks.SetAsync(
            agent.Id, new SetAgentWebhookRequest { WebhookUrl = new Uri("https://hooks.example.com/dari") })).SigningSecret)),
        OfWebhook("getAgentWebhook", agent => async client => Assert.True((await client.AgentWebhooks.GetAsync(agent)).SigningEnabled)),
        OfWebhook("deleteAgentWebhook", agent => async client => Assert.Null((await client.AgentWebhooks.DeleteAsync(agent)).WebhookUrl)),
        OfWebhook("rotateAgentWebhookSecret", agent => async client => Assert.NotNull((await client.AgentWebhooks.RotateSecretAsync(agent)).SigningSecret)),
    ];

    private static IEnumerable<Call> Sessions() =>
    [
        OfAgent("createSession", agent => async client =>
        {
            var request = new CreateSessionRequest { Name = "one", Metadata = new Dictionary<string, string> { ["team"] = "blue" } };
            Session session = await client.Sessions.CreateAsync(agent.Id, request);
            Assert.Equal("blue", session.Metadata!["team"]);
        }),
        OfAgent("listSessionsForAgent", agent => client => client.Sessions.ListForAgentAsync(agent.Id)),
        OfAgent("startSessionWithMessage", agent => client => client.Sessions.StartWithMessageAsync(
            agent.Id, new StartSessionWithMessageRequest { Content = [new TextBlock { Text = "Hello" }] })),
        OfAgent("listSessions", agent => async client =>
        {
            string run = Guid.NewGuid().ToString("N");
            var metadata = new Dictionary<string, string> { ["run"] = run };
            await client.Sessions.CreateAsync(agent.Id, new CreateSessionRequest { Metadata = metadata });
            Assert.Single((await client.Sessions.ListAsync(metadata)).Sessions);
        }) with
        {
            // The call above makes a session first, which is refused already.
            Fail = async world =>
            {
                using var refused = new DariClient(new ClientOptions { BaseUrl = world.Url, ApiKey = "dari_unknown" });
                await refused.Sessions.ListAsync();
            },
        },
        OfSession("getSession", session => async client => Assert.Equal(session, (await client.Sessions.GetAsync(session)).Id)),
        new("sendSessionEvent", async world =>
        {
            string session = await world.Session();
            return async client =>
            {
                var options = new RequestOptions { IdempotencyKey = "key-" + session };
                SentSessionEvent first = await client.Sessions.SendEventAsync(session, world.Message, options);
                SentSessionEvent again = await client.Sessions.SendEventAsync(session, world.Message, options);
                Assert.Equal(first.Event.Id, again.Event.Id);
            };
        }),
        OfAnswered("listSessionEvents", (session, _) => async client => Assert.Equal(2, (await client.Sessions.ListEventsAsync(session, 2)).Events.Count)),
        OfAnswered("streamSessionEvents", (session, message) => async client =>
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await foreach (SessionEvent one in client.Sessions.StreamEventsAsync(session, cancellationToken: limit.Token))
            {
                if (one.Type == SessionEventType.AssistantMessageCompleted && one.MessageId == message)
                {
                    return;
                }
            }

            Assert.Fail("The stream ended before the answer.");
        }),
        OfAnswered("getSessionTranscript", (session, message) => async client =>
        {
            Transcript transcript = await client.Sessions.GetTranscriptAsync(session);
            Assert.Contains(transcript.Timeline.Items, item => item is AssistantMessageItem answer && answer.MessageId == message);
        }),
        OfAnswered("downloadSessionWorkspace", (session, _) => async client =>
        {
            await using FileDownload download = await client.Sessions.DownloadWorkspaceAsync(session);
            Assert.Equal("application/zip", download.ContentType);
            var bytes = new MemoryStream();
            await download.Content.CopyToAsync(bytes);
            using var zip = new ZipArchive(bytes);
            Assert.NotEmpty(zip.Entries);
        }),
        OfAnswered("listSessionMessages", (session, message) => async client =>
            Assert.Equal(message, Assert.Single((await client.Sessions.ListMessagesAsync(session)).Messages).Id)),
        OfSession("sendSessionMessage", session => client => client.Sessions.SendMessageAsync(
            session, new SendSessionMessageRequest { Parts = [new TextBlock { Text = "Hello" }] })),
        OfAnswered("listSessionFiles", (session, _) => client => client.Sessions.ListFilesAsync(session)),
    ];

    private static IEnumerable<Call> Others() =>
    [
        new("createSessionBatch", async world =>
        {
            CreateSessionBatchRequest request = await world.Batch();
            return async client => Assert.Single((await client.SessionBatches.CreateAsync(request)).Sessions);
        }),
        new("getSessionBatch", async world =>
        {
            string batch = (await world.Client.SessionBatches.CreateAsync(await world.Batch())).BatchId;
            return async client => Assert.NotNull((await client.SessionBatches.GetAsync(batch)).Counts);
        }),
        OfAnswered("getMessage", (_, message) => async client =>
            Assert.Contains((await client.Messages.GetAsync(message)).Output!.Parts, part => part is TextOutputPart)),
        OfAnswered("listMessageFiles", (_, message) => client => client.Messages.ListFilesAsync(message)),
        new("uploadFile", _ => Ready(async client =>
        {
            var request = new UploadFileRequest { File = FileUpload.FromBytes(new byte[] { 1, 2, 3 }, "ünï 1.bin") };
            UploadedFile file = await client.Files.UploadAsync(request);
            Assert.Equal(("ünï 1.bin", 3), (file.Filename, file.SizeBytes));
        })),
        OfAnswered("getSessionCosts", (session, _) => async client => Assert.Equal(session, (await client.Costs.GetSessionCostsAsync(session)).ScopeId)),
        OfAgent("createDeploymentSession", agent => client => client.Deployments.CreateSessionAsync(agent.Id)),
    ];

    private static Task<Func<DariClient, Task>> Ready(Func<DariClient, Task> call) => Task.FromResult(call);

    private static Call OfAgent(string operationId, Func<CreatedAgent, Func<DariClient, Task>> call) =>
        new(operationId, async world => call(await world.Agent()));

    private static Call OfWebhook(string operationId, Func<string, Func<DariClient, Task>> call) =>
        new(operationId, async world => call(await world.AgentWithWebhook()));

    private static Call OfSession(string operationId, Func<string, Func<DariClient, Task>> call) =>
        new(operationId, async world => call(await world.Session()));

    private static Call OfAnswered(string operationId, Func<string, string, Func<DariClient, Task>> call) =>
        new(operationId, async world =>
        {
            (string session, string message) = await world.Answered();
            return call(session, message);
        });
}
