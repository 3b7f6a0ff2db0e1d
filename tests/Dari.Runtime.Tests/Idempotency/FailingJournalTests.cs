using System.Net;
using Dari.Http;
using Dari.Idempotency;
using Dari.Runtime.Tests.Http;

namespace Dari.Runtime.Tests.Idempotency;

/// <summary>A journal of the user's own that fails in a way it should not.</summary>
public sealed class FailingJournalTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task The_answer_is_let_go_all_the_same(HttpStatusCode status)
    {
        using var handler = new WatchedHandler(status);
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://127.0.0.1:1/") };
        var options = new ClientOptions { ApiKey = "key", AllowInsecureHttp = true, IdempotencyJournal = new BrokenJournal() };
        using var pipeline = new ApiPipeline(Service.Description(), client, options);

        await Should.ThrowAsync<NotSupportedException>(KeyedCalls.SendAsync(pipeline, KeyedCalls.Post("{}"), KeyedCalls.Named("job")));

        handler.IsReleased.ShouldBeTrue();
    }

    private sealed class BrokenJournal : IIdempotencyJournal
    {
        private readonly MemoryIdempotencyJournal _inner = new();

        public ValueTask<IdempotencyEntry> BeginAsync(IdempotentCall request, CancellationToken cancellationToken) =>
            _inner.BeginAsync(request, cancellationToken);

        public ValueTask CompleteAsync(IdempotencyEntry entry, IdempotencyOutcome outcome, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class WatchedHandler(HttpStatusCode status) : HttpMessageHandler
    {
        public bool IsReleased { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new WatchedContent(() => IsReleased = true) });
    }

    private sealed class WatchedContent(Action release) : StringContent("\"made\"", null, "application/json")
    {
        protected override void Dispose(bool disposing)
        {
            release();
            base.Dispose(disposing);
        }
    }
}
