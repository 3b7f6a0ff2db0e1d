using System.Security.Cryptography;
using Dari.Runtime.Tests.Archiving;
using Dari.Uploads;

namespace Dari.Runtime.Tests.Uploads;

public sealed class SendingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(25_500, 26)]
    public async Task A_file_arrives_in_the_parts_that_the_service_wants(int length, int parts)
    {
        await using var service = new UploadService();
        byte[] content = RandomNumberGenerator.GetBytes(length);
        var heard = new Heard();

        string sha256 = await service.Client.SendFileAsync(
            File(content), UploadService.Request, new UploadOptions { Progress = heard }, null, default);

        service.Published.ShouldBe(content);
        sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        service.Calls.Count(static call => call.StartsWith("PUT", StringComparison.Ordinal)).ShouldBe(parts);
        heard.All[^1].ShouldBe(heard.All[^1] with
        {
            Phase = TransferPhase.Completed,
            TotalBytes = length,
            SentBytes = length,
            ConfirmedBytes = length,
            TotalParts = parts,
            ConfirmedParts = parts,
        });
    }

    [Theory]
    [InlineData(3, 8, 3)]
    [InlineData(8, 2, 2)]
    [InlineData(1, 8, 1)]
    public async Task Parts_go_at_once_up_to_both_limits(int ofService, int ofCaller, int most)
    {
        await using var service = new UploadService { MaxConcurrency = ofService };

        await service.Client.SendFileAsync(
            File(new byte[30_000]), UploadService.Request, new UploadOptions { MaxConcurrency = ofCaller }, null, default);

        service.MostAtOnce.ShouldBe(most);
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_read_once()
    {
        await using var service = new UploadService();
        byte[] content = RandomNumberGenerator.GetBytes(20_300);
        var stream = new CountingStream(content, canSeek: true);

        await service.Client.SendStreamAsync(stream, UploadService.Request, null, null, default);

        service.Published.ShouldBe(content);
        stream.BytesRead.ShouldBe(content.Length);
    }

    [Fact]
    public async Task A_part_larger_than_the_buffer_passes_through_it_twice()
    {
        await using var service = new UploadService { PartSize = 100_000 };
        byte[] content = RandomNumberGenerator.GetBytes(250_000);
        var stream = new CountingStream(content, canSeek: true);

        await service.Client.SendStreamAsync(
            stream, UploadService.Request, new UploadOptions { BufferSize = 16 * 1024 }, null, default);

        service.Published.ShouldBe(content);
        stream.BytesRead.ShouldBe(2 * content.Length);
    }

    [Theory]
    [InlineData(500, 1000)]
    [InlineData(5_000, 1000)]
    public async Task A_stream_that_cannot_seek_is_spooled_and_nothing_is_left(int length, int memory)
    {
        await using var service = new UploadService();
        byte[] content = RandomNumberGenerator.GetBytes(length);
        var options = new UploadOptions { SpoolMemory = memory, SpoolFolder = _folder.Root };

        await service.Client.SendStreamAsync(
            new CountingStream(content, canSeek: false), UploadService.Request, options, null, default);

        service.Published.ShouldBe(content);
        _folder.Names().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_is_too_long_to_spool_is_refused_before_anything_is_sent(bool hasTicket)
    {
        await using var service = new UploadService();
        var options = new UploadOptions { SpoolMemory = 1000, SpoolLimit = 3000, SpoolFolder = _folder.Root };
        options.Ticket = hasTicket ? new UploadTicketFile(_folder["ticket"]) : null;

        UploadException refused = await Should.ThrowAsync<UploadException>(() => service.Client.SendStreamAsync(
            new CountingStream(new byte[3001], canSeek: false), UploadService.Request, options, null, default));

        refused.Fault.ShouldBe(UploadFault.SourceTooLong);
        service.Calls.ShouldBeEmpty();
        _folder.Names().ShouldBeEmpty();
    }

    [Fact]
    public async Task Progress_never_goes_back()
    {
        await using var service = new UploadService();
        var heard = new Heard();

        await service.Client.SendFileAsync(
            File(new byte[40_000]), UploadService.Request, new UploadOptions { Progress = heard }, null, default);

        heard.All.Select(static one => one.ConfirmedBytes).ShouldBeInOrder();
        heard.All.Select(static one => one.SentBytes).ShouldBeInOrder();
        heard.All.Select(static one => one.Phase).Distinct().ShouldBe(
            [TransferPhase.Sending, TransferPhase.Completing, TransferPhase.Completed]);
        TransferProgress last = heard.All[^1];
        (last.SentBytes, last.ConfirmedBytes, last.TotalBytes).ShouldBe((40_000, 40_000, 40_000));
        (last.ConfirmedParts, last.TotalParts).ShouldBe((40, 40));
        heard.All.ShouldAllBe(static one => one.BytesPerSecond >= 0 && double.IsFinite(one.BytesPerSecond));
        heard.All.ShouldContain(static one => one.BytesPerSecond > 0);
    }

    private string File(byte[] content)
    {
        System.IO.File.WriteAllBytes(_folder["content"], content);
        return _folder["content"];
    }
}
