using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Dari.Http;
using Dari.Runtime.Tests.Loopback;
using Microsoft.Extensions.Logging;

namespace Dari.Runtime.Tests.Http;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_call_is_an_activity_a_measurement_and_two_lines_without_secrets()
    {
        const string Name = "TelemetryTestClient";
        var activities = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var measured = new ConcurrentQueue<KeyValuePair<string, object?>[]>();
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, all) =>
        {
            if (instrument.Meter.Name == Name)
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.Enqueue(tags.ToArray()));
        meters.Start();
        var log = new Journal();
        await using var server = LoopbackServer.InTurn(
            a => a.SendAsync(503, ""), a => a.SendAsync(404, """{"detail":"s3cret"}"""));
        var description = new ApiDescription
        {
            ClientName = Name,
            Schemes = [SecurityScheme.ApiKeyQuery("q", "key")],
            Security = ApiSecurity.AnyOf(["q"]),
        };
        using var pipeline = new ApiPipeline(
            description,
            new() { BaseUrl = server.Url, ApiKey = "s3cret", LoggerFactory = log, RetryDelay = TimeSpan.Zero });
        ApiRequest request = Service.Get(4711);
        request.AddQuery("private", "s3cret");

        await Should.ThrowAsync<ApiException>(() => pipeline.SendAsync(request, null, default));

        Activity activity = activities.Single();
        activity.DisplayName.ShouldBe("GET /v1/pets/{}");
        activity.Kind.ShouldBe(ActivityKind.Client);
        activity.Status.ShouldBe(ActivityStatusCode.Error);
        Dictionary<string, object?> tags = activity.TagObjects.ToDictionary(static t => t.Key, static t => t.Value);
        tags["http.request.method"].ShouldBe("GET");
        tags["url.template"].ShouldBe("/v1/pets/{}");
        tags["http.response.status_code"].ShouldBe(404);
        tags["error.type"].ShouldBe("404");
        tags["server.port"].ShouldBe(server.Url.Port);
        tags["http.request.resend_count"].ShouldBe(1);
        measured.Single().ShouldContain(new KeyValuePair<string, object?>("error.type", "404"));
        log.Lines.Count.ShouldBe(3);
        log.Lines.ShouldContain(static line => line.Contains("is tried again in") && line.Contains("because of 503"));
        string all = string.Join('\n', [.. log.Lines, .. tags.Values.Select(
            static v => v?.ToString()), .. measured.SelectMany(static m => m).Select(static t => $"{t.Value}")]);
        all.ShouldNotContain("s3cret");
        all.ShouldNotContain("4711");
    }

    private sealed class Journal : ILoggerFactory, ILogger
    {
        internal ConcurrentQueue<string> Lines { get; } = new();

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
