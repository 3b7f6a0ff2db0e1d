using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace Dari.Http;

/// <summary>Activity source and meter of a client, by OpenTelemetry's conventions for HTTP.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Lives as long as the process.")]
internal sealed class PipelineTelemetry
{
    // One for each client's name: meters stay registered, and clients may be made for every request.
    private static readonly ConcurrentDictionary<string, PipelineTelemetry> All = new(StringComparer.Ordinal);

    private readonly ActivitySource _activities;
    private readonly Histogram<double> _durations;

    private PipelineTelemetry(string client)
    {
        _activities = new ActivitySource(client);
        _durations = new Meter(client).CreateHistogram<double>(
            "http.client.request.duration", "s", "Duration of calls with their retries.");
    }

    internal static PipelineTelemetry For(string client) =>
        All.GetOrAdd(client, static name => new PipelineTelemetry(name));

    internal Activity? Start(ApiRequest request)
    {
        // The name alone would be a string for every call.
        if (!_activities.HasListeners())
        {
            return null;
        }

        Activity? activity = _activities.StartActivity($"{request.Method} {request.Template}", ActivityKind.Client);
        activity?.SetTag("http.request.method", request.Method.Method).SetTag("url.template", request.Template);
        return activity;
    }

    internal void Stop(Activity? activity, ApiRequest request, ResponseMetadata response, Uri? address, string? error)
    {
        if (activity is not null || _durations.Enabled)
        {
            Record(activity, request, response, address, error);
        }
    }

    private void Record(Activity? activity, ApiRequest request, ResponseMetadata response, Uri? address, string? error)
    {
        var tags = new TagList
        {
            { "http.request.method", request.Method.Method },
            { "url.template", request.Template },
        };
        if (address is not null)
        {
            tags.Add("server.address", address.Host);
            tags.Add("server.port", address.Port);
        }

        if (response.StatusCode != 0)
        {
            tags.Add("http.response.status_code", (int)response.StatusCode);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        _durations.Record(response.Duration.TotalSeconds, tags);
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            activity?.SetTag(tag.Key, tag.Value);
        }

        if (response.Attempts > 1)
        {
            activity?.SetTag("http.request.resend_count", response.Attempts - 1);
        }

        activity?.Dispose();
    }
}
