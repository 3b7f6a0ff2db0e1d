using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Webhooks;

/// <summary>
/// What generated receivers have in common: verify, tell repeated deliveries, find the event, hand it on.
/// </summary>
public abstract class WebhookReceiver
{
    private readonly WebhookDescription _description;
    private readonly WebhookOptions _options;
    private readonly WebhookSignature? _signature;
    private readonly WebhookVerifier? _verifier;

    /// <summary>Makes a receiver.</summary>
    /// <param name="description">What the document says.</param>
    /// <param name="options">The secrets, and what differs from the document.</param>
    /// <exception cref="ArgumentException">
    /// Deliveries are signed and there is no secret; or there is one and nothing says how they are signed.
    /// </exception>
    protected WebhookReceiver(WebhookDescription description, WebhookOptions? options)
    {
        ArgumentNullException.ThrowIfNull(description);
        _description = description;
        _options = options ?? new WebhookOptions();
        _signature = _options.Signature ?? description.Signature;
        if (_signature is not null)
        {
            _verifier = new WebhookVerifier(_signature, _options.Secrets, _options.Tolerance, _options.TimeProvider);
        }
        else if (_options.Secrets.Count > 0)
        {
            throw new ArgumentException(
                "The document does not say how its webhooks are signed: set WebhookOptions.Signature.", nameof(options));
        }
    }

    /// <summary>
    /// Gets what no other handler takes: events that the document does not know, and those without a handler.
    /// </summary>
    public WebhookHandler<JsonElement>? OnOther { get; init; }

    /// <summary>Whether deliveries are verified.</summary>
    public bool IsVerifying => _verifier is not null;

    /// <summary>Receives a delivery whose body is still to be read.</summary>
    /// <param name="header">Gives a header by name, in any case; null when it is not there.</param>
    /// <param name="body">The body.</param>
    /// <param name="eventName">The name of the event, where the address says it.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>What became of it, with a status for the answer.</returns>
    /// <inheritdoc cref="HandleAsync(Func{string, string?}, ReadOnlyMemory{byte}, string?, CancellationToken)" path="/exception"/>
    public async Task<WebhookResult> HandleAsync(
        Func<string, string?> header,
        Stream body,
        string? eventName = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        using var bytes = new MemoryStream();
        var room = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(room, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (bytes.Length + read > _options.MaxBodyBytes)
            {
                return WebhookResult.Refused(WebhookRefusal.BodyTooLong);
            }

            bytes.Write(room, 0, read);
        }

        return await HandleAsync(header, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), eventName, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Receives a delivery.</summary>
    /// <param name="header">Gives a header by name, in any case; null when it is not there.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="eventName">The name of the event, where the address says it.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>What became of it, with a status for the answer.</returns>
    /// <exception cref="Exception">What a handler throws; the delivery counts as not handled then.</exception>
    public async Task<WebhookResult> HandleAsync(
        Func<string, string?> header,
        ReadOnlyMemory<byte> body,
        string? eventName = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (body.Length > _options.MaxBodyBytes)
        {
            return WebhookResult.Refused(WebhookRefusal.BodyTooLong);
        }

        WebhookVerification found = _verifier?.Verify(header, body.Span) ?? new WebhookVerification();
        if (!found.IsValid)
        {
            return WebhookResult.Refused(found.Refusal);
        }

        string? bodyId = _signature?.IdMember is { } member ? WebhookBody.Text(body, member) : null;
        var delivery = new WebhookDelivery(Name(header, body, eventName), body, bodyId ?? found.Id, found.SentAt);
        return _verifier is null || _options.ReplayGuard is null
            ? await HandAsync(delivery, cancellationToken).ConfigureAwait(false)
            : await HandOnceAsync(delivery, _options.ReplayGuard, KeyOf(body, bodyId, found), cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>Hands a delivery to the handler of its event.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>Whether there is a handler.</returns>
    protected abstract Task<bool> RouteAsync(WebhookDelivery delivery, CancellationToken cancellationToken);

    private async Task<WebhookResult> HandOnceAsync(
        WebhookDelivery delivery, IWebhookReplayGuard guard, string key, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _options.TimeProvider.GetUtcNow();
        WebhookClaim claim = await guard.ClaimAsync(key, now + _options.HandlingTime, cancellationToken)
            .ConfigureAwait(false);
        if (claim != WebhookClaim.Claimed)
        {
            return new(claim == WebhookClaim.Handled ? WebhookOutcome.Duplicate : WebhookOutcome.InProgress)
            {
                Event = delivery.Event,
            };
        }

        bool isHandled = false;
        try
        {
            WebhookResult result = await HandAsync(delivery, cancellationToken).ConfigureAwait(false);
            isHandled = result.Outcome != WebhookOutcome.Refused;
            return result;
        }
        finally
        {
            // The request may be over by now; what happened must be remembered all the same.
            if (isHandled)
            {
                await guard.CompleteAsync(key, now + _options.RememberFor, CancellationToken.None)
                    .ConfigureAwait(false);
            }
            else
            {
                await guard.ReleaseAsync(key, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private async Task<WebhookResult> HandAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            bool isHandled = await RouteAsync(delivery, cancellationToken).ConfigureAwait(false)
                || await delivery.ToAsync(OnOther, JsonRead.Any, cancellationToken).ConfigureAwait(false);
            return new(isHandled ? WebhookOutcome.Handled : WebhookOutcome.Unhandled) { Event = delivery.Event };
        }
        catch (WebhookBodyException fault)
        {
            return WebhookResult.Refused(WebhookRefusal.UnreadableBody, fault.Message, delivery.Event);
        }
    }

    private string Name(Func<string, string?> header, ReadOnlyMemory<byte> body, string? given) =>
        given
        ?? (_description.EventHeader is { } name ? header(name) : null)
        ?? (_description.EventMember is { } member ? WebhookBody.Text(body, member) : null)
        ?? _description.OnlyEvent
        ?? "";

    // Only what is signed tells deliveries apart: anyone can change an id that is not.
    private string KeyOf(ReadOnlyMemory<byte> body, string? bodyId, WebhookVerification found)
    {
        string? id = bodyId ?? (_signature!.Signed.HasId ? found.Id : null);
        if (id is not null)
        {
            return $"{GetType().Name}:id:{id}";
        }

        string time = found.SentAt?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "";
        string signed = _signature!.Signed.HasTimestamp ? time : "";
        byte[] digest = SHA256.HashData([.. Encoding.UTF8.GetBytes(signed + "."), .. body.Span]);
        return $"{GetType().Name}:sha256:{Convert.ToHexString(digest)}";
    }
}
