namespace Dari.OAuth;

/// <summary>Keeps a token until shortly before it expires. However many calls wait, one request is under way.</summary>
internal sealed class TokenCache(TokenRequest request, TimeProvider clock) : IDisposable
{
    /// <summary>For tokens that do not say when they expire.</summary>
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    /// <summary>A token that is refused sooner is refused for another reason, and the next one would be too.</summary>
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile Held? _held;

    public void Dispose() => _gate.Dispose();

    internal async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } token)
        {
            return token;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Fresh() is { } other)
            {
                return other;
            }

            long start = clock.GetTimestamp();
            TokenAnswer answer = await request.SendAsync(cancellationToken).ConfigureAwait(false);
            TimeSpan lifetime = answer.Lifetime ?? UsualLifetime;
            TimeSpan margin = TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerMinute, lifetime.Ticks / 10));
            _held = new Held(answer.Token, start, lifetime - margin);
            return answer.Token;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The service refused the token: it may have been revoked.</summary>
    internal void Forget()
    {
        if (_held is { } held && clock.GetElapsedTime(held.Start) >= LeastAge)
        {
            _held = null;
        }
    }

    private string? Fresh() => _held is { } held && clock.GetElapsedTime(held.Start) < held.Lifetime ? held.Token : null;

    private sealed record Held(string Token, long Start, TimeSpan Lifetime);
}
