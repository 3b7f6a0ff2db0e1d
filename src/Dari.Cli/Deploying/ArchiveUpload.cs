using System.Net;
using System.Net.Http.Headers;
using Dari.Agents;
using Dari.Cli.Output;

namespace Dari.Cli.Deploying;

/// <summary>
/// Sends an archive to the place that was reserved for it, which belongs to somebody else: exactly the given headers, and
/// no key. The address is a secret by itself and is never shown.
/// </summary>
internal sealed class ArchiveUpload : IDisposable
{
    private const int MaxAttempts = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Sends the archive, again if it may have been lost.</summary>
    /// <exception cref="CliException">It was refused, or could not be sent.</exception>
    public async Task SendAsync(Bundle bundle, SourceSnapshotReservation target, Action<string> showProgress, CancellationToken cancellationToken)
    {
        CheckAddress(target.UploadUrl);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        bool mayBeThere = false;
        for (int attempt = 1; ; attempt++)
        {
            (HttpStatusCode? status, TimeSpan? wait, string problem) = await TryAsync(bundle, target, showProgress, limit.Token, cancellationToken);

            // After an answer that was lost, a refusal can mean that the archive is there; finalizing tells.
            if (status is >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices || (status == HttpStatusCode.PreconditionFailed && mayBeThere))
            {
                return;
            }

            mayBeThere |= status is null;
            bool isTransient = status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
            if (!isTransient || attempt == MaxAttempts || limit.IsCancellationRequested)
            {
                throw new CliException("upload_failed", problem);
            }

            showProgress($"again after: {problem}");
            await DelayAsync(wait ?? TimeSpan.FromSeconds(0.5 * attempt), limit.Token, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task DelayAsync(TimeSpan wait, CancellationToken limit, CancellationToken caller)
    {
        try
        {
            await Task.Delay(wait, limit);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            throw new CliException("upload_failed", $"The upload took longer than {Limit.TotalMinutes:0} minutes.");
        }
    }

    private static void CheckAddress(Uri address)
    {
        if (!address.IsAbsoluteUri || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new CliException("upload_failed", "The service gave an upload address without encryption; nothing was sent there.");
        }
    }

    private async Task<(HttpStatusCode? Status, TimeSpan? Wait, string Problem)> TryAsync(
        Bundle bundle, SourceSnapshotReservation target, Action<string> showProgress, CancellationToken limit, CancellationToken caller)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, target.UploadUrl);
        request.Content = new BundleContent(bundle.Content, bundle.Summary.Size, showProgress);
        foreach ((string name, string value) in target.UploadHeaders)
        {
            // .NET keeps headers about the body, such as Content-Type, with the body.
            if (!request.Headers.TryAddWithoutValidation(name, value) && !request.Content.Headers.TryAddWithoutValidation(name, value))
            {
                throw new CliException("upload_failed", $"The service asks for a header that cannot be sent: '{name}'.");
            }
        }

        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
            return (response.StatusCode, Wait(response.Headers.RetryAfter), $"The upload target answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException exception)
        {
            return (null, null, $"The upload target cannot be reached: {exception.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return (null, null, $"The upload took longer than {Limit.TotalMinutes:0} minutes.");
        }
    }

    /// <summary>A time to wait that is worth it.</summary>
    private static TimeSpan? Wait(RetryConditionHeaderValue? header) =>
        (header?.Delta ?? (header?.Date - DateTimeOffset.UtcNow)) is { } wait && wait > TimeSpan.Zero && wait < TimeSpan.FromMinutes(1) ? wait : null;
}
