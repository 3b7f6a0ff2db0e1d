using System.Net;
using System.Security.Cryptography;
using Dari.Emulator;
using Dari.Emulator.Faults;
using Dari.Emulator.Sandbox;
using Dari.Sandboxes;
using Dari.Uploads;

namespace Dari.EndToEnd.Tests.Uploads;

/// <summary>The generated methods for uploads against the emulator, with real faults.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private const int PartSize = 50_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dari-uploads-");
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(620_000);
    private DariEmulator _emulator = null!;
    private SandboxClient _client = null!;
    private string _sandbox = "";

    private static UploadTarget Target => new() { TargetPath = "/workspace/arrived", Conflict = UploadConflictPolicy.Error };

    private string Source => Path.Combine(_folder.FullName, "source");

    public async Task InitializeAsync()
    {
        await File.WriteAllBytesAsync(Source, _content);
        await StartAsync(new EmulatorOptions { UploadPartSize = PartSize });
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public static TheoryData<string, Fault> Faults => new()
    {
        { "createUpload", new DropAnswerFault() },
        { "createUpload", new StatusFault { Status = 503, AfterWork = true } },
        { "createUpload", new TruncateAnswerFault() },
        { "sendUploadPart", new DropRequestFault { AfterBytes = 20_000 } },
        { "sendUploadPart", new DropRequestFault { AfterBytes = PartSize } },
        { "sendUploadPart", new DropAnswerFault() },
        { "sendUploadPart", new TruncateAnswerFault() },
        { "sendUploadPart", new ResetFault() },
        { "sendUploadPart", new StatusFault { Status = 429, RetryAfter = TimeSpan.Zero } },
        { "sendUploadPart", new StatusFault { Status = 500, AfterWork = true } },
        { "sendUploadPart", new CorruptRequestFault { AtByte = 1000 } },
        { "sendUploadPart", new DuplicateRequestFault() },
        { "completeUpload", new DropAnswerFault() },
        { "completeUpload", new DropAnswerFault { AfterBytes = 30 } },
        { "completeUpload", new StatusFault { Status = 502, AfterWork = true } },
        { "completeUpload", new ResetFault() },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_goes_wrong_on_the_way_does_not_stop_an_upload(string operation, Fault fault)
    {
        _emulator.Faults.Add(new FaultRule { Service = "sandbox", OperationId = operation, Nth = operation == "sendUploadPart" ? 3 : 1, Times = 2, Fault = fault });

        UploadPublished published = await _client.Uploads.UploadFileAsync(_sandbox, Source, Target);

        Assert.Equal((ulong)_content.Length, published.PublishedBytes);
        Assert.Equal(_content, await ReadAsync("/workspace/arrived"));
        Assert.True(_emulator.Faults.Active.Single().Fired > 0);
        Assert.Empty(_emulator.ContractViolations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Streams_and_directories_arrive_over_either_version_of_HTTP(bool useHttp2)
    {
        await RestartAsync(new EmulatorOptions { UploadPartSize = PartSize, UseHttp2 = useHttp2 });
        Directory.CreateDirectory(Source + "s/sub");
        await File.WriteAllBytesAsync(Source + "s/sub/a.bin", _content);
        await File.WriteAllTextAsync(Source + "s/b.log", "left out");
        var options = new UploadOptions { IgnorePatterns = ["*.log"] };

        await _client.Uploads.UploadStreamAsync(_sandbox, new MemoryStream(_content), Target with { TargetPath = "/workspace/stream" });
        UploadPublished folder = await _client.Uploads.UploadDirectoryAsync(
            _sandbox, Source + "s", Target with { TargetPath = "/workspace/folder" }, options);

        Assert.Equal(_content, await ReadAsync("/workspace/stream"));
        Assert.Equal(_content, await ReadAsync("/workspace/folder/sub/a.bin"));
        Assert.Equal(1ul, folder.PublishedFileCount);
    }

    [Fact]
    public async Task A_file_arrives_in_a_volume_too()
    {
        Volume volume = await _client.Volumes.CreateAsync(new CreateVolumeRequest { Name = "data" });

        VolumeUploadPublished published = await _client.VolumeUploads.UploadFileAsync(
            volume.Id, Source, new VolumeUploadTarget { TargetPath = "/data.bin", Conflict = UploadConflictPolicy.Error });

        Assert.Equal((ulong)_content.Length, published.PublishedBytes);
    }

    [Fact]
    public async Task A_destination_that_is_taken_is_refused_and_can_be_freed()
    {
        var ticket = new UploadTicketFile(Source + ".ticket");
        await _client.Files.WriteAsync(_sandbox, new WriteFileRequest { Path = "/workspace/other", Content = "hi" });
        _emulator.Faults.Add(new FaultRule { OperationId = "completeUpload", Fault = new DelayFault { Delay = TimeSpan.FromSeconds(1) } });
        Task<UploadPublished> upload = _client.Uploads.UploadFileAsync(_sandbox, Source, Target, new UploadOptions { Ticket = ticket });
        while (!_emulator.Calls.Any(static call => call.OperationId == "sendUploadPart"))
        {
            await Task.Delay(5);
        }

        await _client.Files.WriteAsync(_sandbox, new WriteFileRequest { Path = "/workspace/arrived", Content = "first" });
        UploadException refused = await Assert.ThrowsAsync<UploadException>(() => upload);
        Assert.Equal((UploadFault.TargetConflict, true), (refused.Fault, refused.CanResume));
        Assert.IsType<ApiException<ErrorResponse>>(refused.InnerException);

        await _client.Files.RenameAsync(_sandbox, new RenameFileRequest { OldPath = "/workspace/arrived", NewPath = "/workspace/aside" });
        await _client.Uploads.ResumeAsync(_sandbox, (await ticket.LoadAsync(default))!, new UploadOptions { Ticket = ticket });

        Assert.Equal(_content, await ReadAsync("/workspace/arrived"));
        Assert.False(File.Exists(ticket.FilePath));
    }

    [Fact]
    public async Task An_upload_whose_time_is_over_says_so()
    {
        _emulator.Faults.Add(new FaultRule { OperationId = "sendUploadPart", Nth = 4, Fault = new ExpireFault() });

        UploadException over = await Assert.ThrowsAsync<UploadException>(() => _client.Uploads.UploadFileAsync(_sandbox, Source, Target));

        Assert.Equal((UploadFault.Expired, false), (over.Fault, over.CanResume));
    }

    [Theory]
    [InlineData(100_000, 1L << 40, UploadFault.TooLarge)]
    [InlineData(1L << 40, 100_000, UploadFault.QuotaExceeded)]
    public async Task Limits_have_a_kind(long largest, long quota, UploadFault fault)
    {
        await RestartAsync(new EmulatorOptions { UploadMaxBytes = largest, Sandbox = new SandboxOptions { StagingQuotaBytes = quota } });

        UploadException refused = await Assert.ThrowsAsync<UploadException>(() => _client.Uploads.UploadFileAsync(_sandbox, Source, Target));

        Assert.Equal(fault, refused.Fault);
    }

    [Fact]
    public async Task An_unknown_sandbox_is_what_the_plain_operation_says()
    {
        ApiException<ErrorResponse> unknown = await Assert.ThrowsAsync<ApiException<ErrorResponse>>(
            () => _client.Uploads.UploadFileAsync("sb_unknown", Source, Target));

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task RestartAsync(EmulatorOptions options)
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
        await StartAsync(options);
    }

    private async Task StartAsync(EmulatorOptions options)
    {
        _emulator = await DariEmulator.StartAsync(options);
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        if (options.UseHttp2)
        {
            http.DefaultRequestVersion = HttpVersion.Version20;
            http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        }

        _client = new SandboxClient(http, new ClientOptions
        {
            BaseUrl = _emulator.SandboxUrl,
            ApiKey = _emulator.SandboxApiKey,
            RetryDelay = TimeSpan.FromMilliseconds(10),
        });
        _sandbox = (await _client.Sandboxes.CreateAsync(new CreateSandboxRequest())).Id;
    }

    private async Task<byte[]> ReadAsync(string path)
    {
        await using FileDownload download = await _client.Files.DownloadAsync(_sandbox, path);
        var bytes = new MemoryStream();
        await download.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
