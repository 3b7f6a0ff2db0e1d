using System.Text.Json;
using Dari.Snapshots;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>Makes what a call to the snapshot service needs to exist.</summary>
public sealed class SnapshotWorld(EmulatorFixture fixture)
{
    public const string RemotePath = "/tmp/notes.txt";

    public SnapshotClient Client => fixture.Snapshot;

    public string ApiKey => fixture.Emulator.SnapshotApiKey;

    public string Name { get; } = "e2e-" + Guid.NewGuid().ToString("N");

    public SnapshotCreateRequest Build => new() { OciImage = "python:3.12-slim", Name = Name };

    public async Task<string> Snapshot() => (await Client.Snapshots.CreateAsync(Build)).Id;

    public async Task<string> ReadySnapshot()
    {
        string id = await Snapshot();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await Client.Snapshots.GetAsync(id, cancellationToken: limit.Token)).Status != "ready")
        {
            await Task.Delay(50, limit.Token);
        }

        return id;
    }

    public async Task<VmInfo> Vm() => await Client.Vms.CreateAsync(new VmCreateRequest { MemoryMb = 512 });

    public async Task<string> VmId() => (await Vm()).VmId.Value!;

    public async Task<string> Session()
    {
        CreateSessionResponse session = await Client.Sessions.CreateAsync(new CreateSessionRequest { ApiKey = ApiKey });
        return session.SessionId.ToString();
    }

    /// <summary>A session whose machine runs.</summary>
    public async Task<string> LiveSession()
    {
        string session = await Session();
        await Client.Execution.ExecuteCommandAsync(new CommandRequest { SessionId = session, Command = "echo up", Language = "bash" });
        return session;
    }

    public async Task<string> SessionWithFile()
    {
        string session = await LiveSession();
        await Client.Files.UploadAsync(Upload(session));
        return session;
    }

    public async Task<string> Browser() =>
        (await Client.Browser.CreateSessionAsync(new BrowserSessionCreateRequest())).SessionId;

    /// <summary>A browser with a page.</summary>
    public async Task<string> Page()
    {
        string session = await Browser();
        await Client.Browser.NavigateAsync(new BrowserNavigateRequest { Url = "https://example.com/", SessionId = session });
        return session;
    }

    public async Task<string> Volume() => (await Client.Volumes.CreateAsync(new VolumeCreateRequest { Name = Name })).Id;

    public async Task<string> VolumeWithFile()
    {
        string volume = await Volume();
        await Client.Volumes.UploadFileAsync(volume, VolumeFile());
        return volume;
    }

    public async Task<string> Vault() => (await Client.Vaults.CreateAsync(new VaultCreateRequest { Name = Name })).Id;

    public static UploadFileForm Upload(string session) => new() { File = Text(), RemotePath = RemotePath, SessionId = session };

    public static VolumeUploadForm VolumeFile() => new() { File = Text(), Path = "notes.txt" };

    public static FileUpload Text() => FileUpload.FromBytes("one fish"u8.ToArray(), "notes.txt");

    /// <summary>The id of something whose type the document leaves open.</summary>
    public static string Id(JsonElement created) => created.GetProperty("id").ToString();
}
