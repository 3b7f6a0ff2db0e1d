using System.Globalization;
using System.Security.Cryptography;
using Dari.Text;

namespace Dari.Webhooks;

/// <summary>Checks who sent a delivery, on its raw bytes, before anything of it is read. Safe to share.</summary>
/// <remarks>
/// All secrets and all entries are tried, and MACs are compared in a time that does not depend on them. What was
/// expected is never said.
/// </remarks>
public sealed class WebhookVerifier
{
    // More is no signature but work for us.
    private const int LongestHeader = 4096;
    private const int MostEntries = 16;
    private readonly WebhookSignature _signature;
    private readonly byte[][] _secrets;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _tolerance;

    /// <summary>Makes a verifier.</summary>
    /// <param name="signature">How the service signs.</param>
    /// <param name="secrets">The secrets that count at present: several while one is being changed.</param>
    /// <param name="tolerance">Instead of the signature's own.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="ArgumentException">
    /// No secret, an empty one, or one that is not written as it should be.
    /// </exception>
    public WebhookVerifier(
        WebhookSignature signature, IEnumerable<string> secrets, TimeSpan? tolerance = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(secrets);
        _signature = signature;
        _secrets = [.. secrets.Select(secret => WebhookSecret.Decode(secret, signature))];
        _clock = clock ?? TimeProvider.System;
        _tolerance = tolerance ?? signature.Tolerance;
        if (_secrets.Length == 0)
        {
            throw new ArgumentException("At least one secret is needed to verify deliveries.", nameof(secrets));
        }
    }

    /// <summary>Checks one delivery.</summary>
    /// <param name="header">Gives a header by name, in any case; null when it is not there.</param>
    /// <param name="body">The body as it came: not parsed and written again.</param>
    /// <returns>Whether it is to be trusted, and why not.</returns>
    public WebhookVerification Verify(Func<string, string?> header, ReadOnlySpan<byte> body)
    {
        ArgumentNullException.ThrowIfNull(header);
        string? id = _signature.IdHeader is { } name ? NullIfEmpty(header(name)) : null;
        WebhookVerification Refused(WebhookRefusal refusal) => new() { Refusal = refusal, Id = id };
        if (NullIfEmpty(header(_signature.Header)) is not { } signed)
        {
            return Refused(WebhookRefusal.MissingSignature);
        }

        if (_signature.VersionHeader is { } version && header(version) != _signature.Version)
        {
            return Refused(WebhookRefusal.UnknownVersion);
        }

        string[] entries = signed.Length > LongestHeader
            ? []
            : signed.Split(
                _signature.Separator,
                MostEntries + 1,
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        List<byte[]> macs = WebhookMacs.Of(entries.Take(MostEntries), _signature);
        if (macs.Count == 0)
        {
            return Refused(WebhookRefusal.MalformedSignature);
        }

        if (_signature.Signed.HasId && id is null)
        {
            return Refused(WebhookRefusal.MissingId);
        }

        string? timestamp = Timestamp(header, entries);
        bool hasTime = _signature.TimestampHeader is not null || _signature.TimestampEntry is not null;
        if (hasTime && timestamp is null)
        {
            return Refused(WebhookRefusal.MissingTimestamp);
        }

        // Before the time is looked at: what nobody signed deserves no closer look.
        if (!Fits(macs, body, timestamp, id))
        {
            return Refused(WebhookRefusal.WrongSignature);
        }

        if (timestamp is null)
        {
            return new WebhookVerification { Id = id };
        }

        return Time(timestamp) is { } sentAt
            ? new WebhookVerification { Refusal = Check(sentAt), Id = id, SentAt = sentAt }
            : Refused(WebhookRefusal.MalformedTimestamp);
    }

    private bool Fits(List<byte[]> macs, ReadOnlySpan<byte> body, string? timestamp, string? id)
    {
        bool fits = false;
        foreach (byte[] secret in _secrets)
        {
            byte[] expected =
                _signature.Signed.Mac(WebhookMacs.Name(_signature.Algorithm), secret, body, timestamp, id);
            foreach (byte[] mac in macs)
            {
                fits |= CryptographicOperations.FixedTimeEquals(expected, mac);
            }
        }

        return fits;
    }

    private string? Timestamp(Func<string, string?> header, string[] entries)
    {
        if (_signature.TimestampHeader is { } name)
        {
            return NullIfEmpty(header(name));
        }

        string? start = _signature.TimestampEntry is { } entry ? entry + "=" : null;
        return start is null
            ? null
            : NullIfEmpty(Array.Find(entries, one => one.StartsWith(start, StringComparison.Ordinal))?[start.Length..]);
    }

    private WebhookRefusal Check(DateTimeOffset sentAt)
    {
        TimeSpan age = _clock.GetUtcNow() - sentAt;
        return age > _tolerance ? WebhookRefusal.TooOld
            : age < -_tolerance ? WebhookRefusal.FromTheFuture
            : WebhookRefusal.None;
    }

    private static DateTimeOffset? Time(string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return Rfc3339.TryParse(System.Text.Encoding.UTF8.GetBytes(text), out DateTimeOffset time) ? time : null;
        }

        // Seconds have so many digits only in the year 5138.
        const long LeastMilliseconds = 100_000_000_000;
        return number < LeastMilliseconds ? DateTimeOffset.FromUnixTimeSeconds(number)
            : number < LeastMilliseconds * 1000 ? DateTimeOffset.FromUnixTimeMilliseconds(number)
            : null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
