using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Dari.Runtime.Tests.Archiving;
using Dari.Uploads;

namespace Dari.Runtime.Tests.Uploads;

public sealed class TicketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(10_400);

    public TicketTests() => File.WriteAllBytes(_folder["content"], _content);

    public void Dispose() => _folder.Dispose();

    private UploadTicketFile Ticket => new(_folder["ticket"]);

    [Theory]
    [InlineData("POST /uploads")]
    [InlineData("PUT /uploads/u1/1")]
    [InlineData("PUT /uploads/u1/5")]
    [InlineData("PUT /uploads/u1/11")]
    [InlineData("POST /uploads/u1/complete")]
    public async Task The_same_call_goes_on_where_the_ticket_stands(string broken)
    {
        await using var service = new UploadService();
        await FailAsync(service, broken);

        await SendAsync(service);

        service.Published.ShouldBe(_content);
        service.ReusedKeys.ShouldBeEmpty();
        service.Publications.ShouldBe(1);
        _folder.Names().ShouldBe(["content"]);
    }

    [Fact]
    public async Task A_ticket_is_of_one_upload_at_a_time()
    {
        await using var service = new UploadService();
        using (Ticket.Lock())
        {
            UploadException used = await Should.ThrowAsync<UploadException>(() => SendAsync(service));

            (used.Fault, used.CanResume).ShouldBe((UploadFault.TicketInUse, true));
            used.Message.ShouldContain(_folder["ticket"]);
            service.Calls.ShouldBeEmpty();
        }

        await SendAsync(service);
        _folder.Names().ShouldBe(["content"]);
    }

    [Fact]
    public async Task A_ticket_changes_hands_without_ever_having_two_holders()
    {
        int holders = 0;
        int most = 0;
        int taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                try
                {
                    using IDisposable own = Ticket.Lock();
                    int now = Interlocked.Increment(ref holders);
                    most = Math.Max(most, now);
                    Interlocked.Increment(ref taken);
                    Thread.Yield();
                    Interlocked.Decrement(ref holders);
                }
                catch (UploadException used) when (used.Fault == UploadFault.TicketInUse)
                {
                    Thread.Yield();
                }
            }
        })));

        most.ShouldBe(1);
        taken.ShouldBeGreaterThan(8);
        _folder.Names().ShouldBe(["content"]);
    }

    [Fact]
    public async Task Only_what_is_missing_is_sent()
    {
        await using var service = new UploadService { MaxConcurrency = 1 };
        await FailAsync(service, "PUT /uploads/u1/5");
        service.Calls.Clear();

        await SendAsync(service);

        service.Calls.Where(static call => call.StartsWith("PUT", StringComparison.Ordinal))
            .ShouldBe(Enumerable.Range(5, 7).Select(static number => $"PUT /uploads/u1/{number}"));
        service.Count("POST /uploads").ShouldBe(0);
    }

    [Fact]
    public async Task A_ticket_alone_is_enough_to_go_on()
    {
        await using var service = new UploadService();
        await FailAsync(service, "PUT /uploads/u1/5");
        UploadTicket ticket = (await Ticket.LoadAsync(default))!;

        await service.Client.ResumeAsync(ticket, new UploadOptions { Ticket = Ticket }, null, default);

        service.Published.ShouldBe(_content);
        _folder.Names().ShouldBe(["content"]);
    }

    [Fact]
    public async Task A_spooled_stream_goes_on_without_the_stream()
    {
        await using var service = new UploadService();
        var options = new UploadOptions { Ticket = Ticket, SpoolFolder = _folder.Root, MaxRetries = 0 };
        service.Fault = Refuse("PUT /uploads/u1/5");
        await Should.ThrowAsync<ApiException>(() => service.Client.SendStreamAsync(
            new CountingStream(_content, canSeek: false), UploadService.Request, options, null, default));
        service.Fault = static (_, _, _) => Task.FromResult(false);
        UploadTicket ticket = (await Ticket.LoadAsync(default))!;
        File.Exists(ticket.SourcePath).ShouldBeTrue();

        await service.Client.ResumeAsync(ticket, options, null, default);

        service.Published.ShouldBe(_content);
        _folder.Names().ShouldBe(["content"]);
    }

    [Fact]
    public async Task A_spooled_stream_that_is_done_but_for_its_ticket_is_not_needed_again()
    {
        await using var service = new UploadService();
        var options = new UploadOptions { Ticket = new Undeleted(Ticket), SpoolFolder = _folder.Root };
        Task<string> Send() => service.Client.SendStreamAsync(
            new CountingStream(_content, canSeek: false), UploadService.Request, options, null, default);
        await Should.ThrowAsync<IOException>(Send);
        _folder.Names().ShouldBe(["content", "ticket"]);

        await Send();

        service.Publications.ShouldBe(1);
        service.Published.ShouldBe(_content);
        _folder.Names().ShouldBe(["content"]);
    }

    [Theory]
    [InlineData(10, 0, false)]
    [InlineData(10, 0, true)]
    [InlineData(0, 1, false)]
    public async Task A_source_that_changed_is_refused(int changeAt, int append, bool keepsTime)
    {
        await using var service = new UploadService { MaxConcurrency = 1 };
        await FailAsync(service, "PUT /uploads/u1/5");
        DateTime time = File.GetLastWriteTimeUtc(_folder["content"]);
        byte[] changed = [.. _content, .. new byte[append]];
        changed[changeAt]++;
        await File.WriteAllBytesAsync(_folder["content"], changed);
        File.SetLastWriteTimeUtc(_folder["content"], keepsTime ? time : time.AddSeconds(2));

        UploadException refused = await Should.ThrowAsync<UploadException>(() => SendAsync(service));

        refused.Fault.ShouldBe(UploadFault.SourceChanged);
        refused.CanResume.ShouldBeTrue();
        service.Published.ShouldBeNull();
    }

    [Fact]
    public async Task A_ticket_of_something_else_is_refused()
    {
        await using var service = new UploadService();
        await FailAsync(service, "PUT /uploads/u1/5");
        File.WriteAllBytes(_folder["other"], _content);
        var options = new UploadOptions { Ticket = Ticket };

        UploadException refused = await Should.ThrowAsync<UploadException>(() =>
            service.Client.SendFileAsync(_folder["other"], UploadService.Request, options, null, default));

        refused.Fault.ShouldBe(UploadFault.TicketMismatch);
        refused.Message.ShouldContain("content");
    }

    [Fact]
    public async Task An_upload_that_expired_meanwhile_begins_anew_under_new_keys()
    {
        await using var service = new UploadService();
        await FailAsync(service, "PUT /uploads/u1/5");
        service.Status = "expired";
        service.Loss = (call, _, _) =>
        {
            service.Status = call == "GET /uploads/u1" ? "open" : service.Status;
            return Task.FromResult(false);
        };

        await SendAsync(service);

        service.Count("POST /uploads").ShouldBe(2);
        service.ReusedKeys.ShouldBeEmpty();
        service.Published.ShouldBe(_content);
    }

    [Fact]
    public async Task A_ticket_survives_being_written_and_read()
    {
        await using var service = new UploadService();
        await FailAsync(service, "PUT /uploads/u1/5");
        UploadTicket ticket = (await Ticket.LoadAsync(default))!;

        UploadTicket again = UploadTicket.Parse(Json(ticket));

        Json(again).ShouldBe(Json(ticket));
        again.ToString().ShouldBe(ticket.ToString());
        ticket.ToString().ShouldNotContain("content");
        (ticket.UploadId, ticket.TotalBytes, ticket.TotalParts, ticket.SourcePath)
            .ShouldBe(("u1", _content.Length, 11, _folder["content"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"version":2}""")]
    public async Task What_is_no_ticket_is_refused(string text)
    {
        await File.WriteAllTextAsync(_folder["ticket"], text);

        UploadException refused = await Should.ThrowAsync<UploadException>(async () => await Ticket.LoadAsync(default));

        refused.Fault.ShouldBe(UploadFault.TicketMismatch);
    }

    [Fact]
    public async Task A_ticket_file_is_its_owners_alone_and_holds_no_key()
    {
        await using var service = new UploadService(new ClientOptions { ApiKey = "sk-very-secret" });
        await FailAsync(service, "PUT /uploads/u1/5");

        (await File.ReadAllTextAsync(_folder["ticket"])).ShouldNotContain("sk-very-secret");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_folder["ticket"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>Fails to delete the ticket, once.</summary>
    private sealed class Undeleted(UploadTicketFile file) : IUploadTicketStore
    {
        private bool _hasFailed;

        public ValueTask<UploadTicket?> LoadAsync(CancellationToken cancellationToken) => file.LoadAsync(cancellationToken);

        public ValueTask SaveAsync(UploadTicket ticket, CancellationToken cancellationToken) => file.SaveAsync(ticket, cancellationToken);

        public ValueTask DeleteAsync(CancellationToken cancellationToken)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw new IOException("Not now.");
            }

            return file.DeleteAsync(cancellationToken);
        }
    }

    private static string Json(UploadTicket ticket, ArrayBufferWriter<byte> buffer)
    {
        ticket.WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static byte[] Json(UploadTicket ticket) => Encoding.UTF8.GetBytes(Json(ticket, new ArrayBufferWriter<byte>()));

    private Task<string> SendAsync(UploadService service) => service.Client.SendFileAsync(
        _folder["content"], UploadService.Request, new UploadOptions { Ticket = Ticket, MaxRetries = 0 }, null, default);

    private async Task FailAsync(UploadService service, string call)
    {
        service.Fault = Refuse(call);
        await Should.ThrowAsync<ApiException>(() => SendAsync(service));
        service.Fault = static (_, _, _) => Task.FromResult(false);
    }

    private static Func<string, int, Loopback.LoopbackAnswer, Task<bool>> Refuse(string wanted) => async (call, _, answer) =>
    {
        if (call == wanted)
        {
            await answer.SendAsync(500, "");
        }

        return call == wanted;
    };
}
