using System.Security.Cryptography;
using Dari.Runtime.Tests.Archiving;
using Dari.Runtime.Tests.Loopback;
using Dari.Uploads;

namespace Dari.Runtime.Tests.Uploads;

public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(10_400);

    public FaultTests() => File.WriteAllBytes(_folder["content"], _content);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("POST /uploads")]
    [InlineData("PUT /uploads/u1/4")]
    [InlineData("PUT /uploads/u1/11")]
    [InlineData("POST /uploads/u1/complete")]
    public async Task A_lost_answer_is_asked_for_again_under_the_same_key(string lost)
    {
        await using var service = new UploadService { Loss = Once(lost, static answer => answer.DropAsync()) };

        await SendAsync(service);

        service.Published.ShouldBe(_content);
        service.Publications.ShouldBe(1);
        service.ReusedKeys.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_part_whose_answer_is_lost_is_not_sent_again_when_the_service_says_that_it_has_it()
    {
        await using var service = new UploadService
        {
            MaxConcurrency = 1,
            Loss = Once("PUT /uploads/u1/4", static answer => answer.DropAsync()),
        };

        await SendAsync(service);

        service.Count("PUT /uploads/u1/4").ShouldBe(1);
        service.Count("GET /uploads/u1").ShouldBe(1);
        service.Published.ShouldBe(_content);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_step_that_the_service_cannot_do_now_is_tried_again(int status)
    {
        await using var service = new UploadService
        {
            Fault = async (_, before, answer) =>
            {
                if (before == 0)
                {
                    await answer.SendAsync(status, "", "Retry-After: 0");
                }

                return before == 0;
            },
        };

        await SendAsync(service);

        service.Published.ShouldBe(_content);
        service.Count("POST /uploads").ShouldBe(2);
    }

    [Fact]
    public async Task A_part_that_arrives_damaged_is_sent_again()
    {
        await using var service = new UploadService { Fault = Once("PUT /uploads/u1/2", static answer => Refuse(answer, 422, "damaged")) };

        await SendAsync(service);

        service.Published.ShouldBe(_content);
        service.Count("PUT /uploads/u1/2").ShouldBe(2);
    }

    [Fact]
    public async Task Parts_that_the_service_lost_after_confirming_them_are_sent_again()
    {
        UploadService? service = null;
        await using UploadService one = service = new UploadService
        {
            Fault = (call, before, _) =>
            {
                if (call == "POST /uploads/u1/complete" && before == 0)
                {
                    service!.Lose(3);
                }

                return Task.FromResult(false);
            },
        };

        await SendAsync(service);

        service.Published.ShouldBe(_content);
        service.Publications.ShouldBe(1);
    }

    [Theory]
    [InlineData("POST /uploads", 409, "taken", UploadFault.TargetConflict)]
    [InlineData("POST /uploads", 429, "full", UploadFault.QuotaExceeded)]
    [InlineData("POST /uploads", 413, "", UploadFault.TooLarge)]
    [InlineData("PUT /uploads/u1/3", 410, "", UploadFault.Expired)]
    [InlineData("POST /uploads/u1/complete", 409, "taken", UploadFault.TargetConflict)]
    public async Task What_the_service_refuses_has_a_kind(string call, int status, string code, UploadFault fault)
    {
        await using var service = new UploadService { Fault = Once(call, answer => Refuse(answer, status, code)) };

        UploadException refused = await Should.ThrowAsync<UploadException>(() => SendAsync(service));

        refused.Fault.ShouldBe(fault);
        refused.InnerException.ShouldBeOfType<ApiException>().StatusCode.ShouldBe((System.Net.HttpStatusCode)status);
        refused.UploadId.ShouldBe(call == "POST /uploads" ? null : "u1");
    }

    [Theory]
    [InlineData("aborted", UploadFault.Aborted)]
    [InlineData("expired", UploadFault.Expired)]
    public async Task An_upload_that_ended_at_the_service_says_how(string status, UploadFault fault)
    {
        UploadService? service = null;
        await using UploadService one = service = new UploadService
        {
            Fault = Once("PUT /uploads/u1/3", answer =>
            {
                service!.Status = status;
                return Refuse(answer, 409, "over");
            }),
        };

        (await Should.ThrowAsync<UploadException>(() => SendAsync(service))).Fault.ShouldBe(fault);
    }

    [Fact]
    public async Task Other_refusals_are_what_the_plain_operation_throws_and_free_the_service()
    {
        await using var service = new UploadService { Fault = Once("PUT /uploads/u1/3", static answer => Refuse(answer, 403, "no")) };

        ApiException refused = await Should.ThrowAsync<ApiException>(() => SendAsync(service));

        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        service.Count("DELETE /uploads/u1").ShouldBe(1);
    }

    [Fact]
    public async Task A_part_that_stands_still_is_given_up_and_sent_again()
    {
        var options = new ClientOptions { Timeout = TimeSpan.FromSeconds(1) };
        await using var service = new UploadService(options)
        {
            Fault = Once("PUT /uploads/u1/3", static answer => Task.Delay(Timeout.Infinite, answer.Stop)),
        };

        await SendAsync(service);

        service.Published.ShouldBe(_content);
    }

    [Fact]
    public async Task Part_sizes_that_do_not_add_up_are_refused()
    {
        await using var service = new UploadService { PartSize = 1000 };
        service.Fault = async (call, _, answer) =>
        {
            await answer.SendAsync(200, """{"id":"u1","status":"open","size":1000,"count":5,"atOnce":1,"bytes":0}""");
            return true;
        };

        (await Should.ThrowAsync<UploadException>(() => SendAsync(service))).Fault.ShouldBe(UploadFault.InvalidAnswer);
    }

    [Fact]
    public async Task Cancelling_ends_it_and_frees_the_service()
    {
        using var cancel = new CancellationTokenSource();
        await using var service = new UploadService
        {
            Fault = Once("PUT /uploads/u1/3", async answer =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, answer.Stop);
            }),
        };

        await Should.ThrowAsync<OperationCanceledException>(() => SendAsync(service, cancel.Token));

        service.Count("DELETE /uploads/u1").ShouldBe(1);
    }

    private Task<string> SendAsync(UploadService service, CancellationToken cancellationToken = default) =>
        service.Client.SendFileAsync(_folder["content"], UploadService.Request, null, null, cancellationToken);

    private static Task Refuse(LoopbackAnswer answer, int status, string code) =>
        answer.SendAsync(status, UploadService.Error(code).ToJsonString(), "Content-Type: application/json");

    private static Func<string, int, LoopbackAnswer, Task<bool>> Once(string wanted, Func<LoopbackAnswer, Task> act) =>
        async (call, before, answer) =>
        {
            bool isIt = call == wanted && before == 0;
            if (isIt)
            {
                await act(answer);
            }

            return isIt;
        };
}
