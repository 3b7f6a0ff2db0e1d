using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Dari.Sandboxes;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>Makes what a call to the sandbox service needs to exist.</summary>
public sealed class SandboxWorld(EmulatorFixture fixture)
{
    public const string Path = "/workspace/notes.txt";

    public const string Text = "one fish\ntwo fish\n";

    public SandboxClient Client => fixture.Sandbox;

    public Uri Url => fixture.Emulator.SandboxUrl;

    public byte[] Content { get; } = RandomNumberGenerator.GetBytes(150_000);

    public string Name { get; } = "e2e-" + Guid.NewGuid().ToString("N");

    public async Task<string> Sandbox() => (await Client.Sandboxes.CreateAsync(new CreateSandboxRequest())).Id;

    public async Task<string> SandboxWithFile()
    {
        string sandbox = await Sandbox();
        await Client.Files.WriteAsync(sandbox, new WriteFileRequest { Path = Path, Content = Text });
        return sandbox;
    }

    public async Task<(string Sandbox, uint Process)> Running()
    {
        string sandbox = await Sandbox();
        var command = new ExecuteCommandRequest { Command = "sleep", Args = ["30"], Background = true };
        CommandResult result = await Client.Commands.ExecuteAsync(sandbox, command);
        return (sandbox, result.Pid.Value!.Value);
    }

    public async Task<(string Sandbox, UploadSession Session)> Upload()
    {
        string sandbox = await Sandbox();
        return (sandbox, (await Client.Uploads.CreateAsync(sandbox, UploadRequest())).Session);
    }

    public CreateUploadRequest UploadRequest() => new()
    {
        Kind = UploadKind.File,
        SourceKind = UploadSourceKind.RestartableFile,
        TargetPath = "/workspace/big.bin",
        ContentLength = (ulong)Content.Length,
        Conflict = UploadConflictPolicy.Replace,
        WholeChecksumSha256 = Sha256(Content),
    };

    public async Task<string> Volume() => (await Client.Volumes.CreateAsync(new CreateVolumeRequest { Name = Name })).Id;

    public async Task<string> Grant(string volume) =>
        Query((await Client.Volumes.CreateUploadUrlAsync(volume, new VolumePathRequest { Path = "/a.txt" })).Url, "grant");

    /// <summary>A volume with the file <c>/a.txt</c>.</summary>
    public async Task<string> VolumeWithFile()
    {
        string volume = await Volume();
        await Client.Volumes.UploadFileAsync(volume, await Grant(volume), Bytes(Text));
        return volume;
    }

    public async Task<(string Sandbox, string Attachment)> Attached()
    {
        string sandbox = await Sandbox();
        var request = new AttachVolumeRequest { Ref = await Volume(), MountPath = "/data/shared" };
        return (sandbox, (await Client.Volumes.AttachAsync(sandbox, request)).Id);
    }

    public async Task<(string Volume, VolumeUploadSession Session)> VolumeUpload()
    {
        string volume = await Volume();
        return (volume, (await Client.VolumeUploads.CreateAsync(volume, VolumeUploadRequest())).Session);
    }

    public CreateVolumeUploadRequest VolumeUploadRequest() => new()
    {
        Kind = UploadKind.File,
        SourceKind = UploadSourceKind.SpooledStream,
        TargetPath = "/big.bin",
        ContentLength = (ulong)Content.Length,
        Conflict = UploadConflictPolicy.Error,
    };

    public async Task<string> WarmPool() =>
        (await Client.WarmPools.CreateAsync(new CreateWarmPoolRequest { Name = Name, TemplateRef = "base", MinReady = 1, MaxReady = 2 })).Id;

    public async Task<string> Deployment(AgentMode mode) =>
        (await Client.AgentDeployments.CreateAsync(new CreateAgentDeploymentRequest { Name = Name, Mode = mode })).Id;

    public async Task<(string Deployment, string Version)> Version(AgentMode mode)
    {
        string deployment = await Deployment(mode);
        var request = new CreateAgentVersionRequest { Config = new AgentConfig { Entrypoint = "echo hello" } };
        AgentVersion version = await Client.AgentDeployments.CreateVersionAsync(deployment, request);
        return (deployment, version.Id);
    }

    public async Task<string> Deployed(AgentMode mode)
    {
        (string deployment, string version) = await Version(mode);
        await Client.AgentDeployments.UploadBundleAsync(deployment, version, new MemoryStream(Bundle()));
        return deployment;
    }

    public byte[] Bundle()
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "main.sh") { DataStream = Bytes("echo hello") });
        }

        return bytes.ToArray();
    }

    public Stream Part(long number, ulong size)
    {
        int start = (int)((ulong)number * size);
        return new MemoryStream(Content, start, Math.Min((int)size, Content.Length - start));
    }

    public static Stream Bytes(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Query(Uri url, string name) => HttpUtility.ParseQueryString(url.Query)[name]!;
}
