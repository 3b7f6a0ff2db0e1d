using System.Collections.Concurrent;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Keys;

/// <summary>The API keys that one organization issued itself.</summary>
internal sealed class KeyStore(SandboxSettings settings, KeyRing ring, string organization)
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, IssuedKey> _keys = new(StringComparer.Ordinal);

    /// <summary>Keys that work, oldest first.</summary>
    public IEnumerable<IssuedKey> All => _keys.Values
        .Where(IsGood)
        .OrderBy(key => key.CreatedAt)
        .ThenBy(key => key.Id, StringComparer.Ordinal);

    /// <summary>Issues a key that works at once.</summary>
    public IssuedKey Issue(string? name)
    {
        var key = new IssuedKey(Ids.New("key_", 8), name, Ids.Secret("ns_live_"), settings.Clock.GetUtcNow(), null);
        ring.Add(key.Secret, organization);
        return _keys[key.Id] = key;
    }

    /// <summary>Issues a new key in the place of an old one, which works for a day more.</summary>
    /// <exception cref="ServiceFault">404, or 409: it was replaced already.</exception>
    public IssuedKey Rotate(string id)
    {
        var old = Find(id);
        var expiring = old with { ExpiresAt = settings.Clock.GetUtcNow() + Grace };
        if (old.ExpiresAt is not null || !_keys.TryUpdate(id, expiring, old))
        {
            throw SandboxFault.Conflict("The key was replaced already.");
        }

        settings.Run(stop => ForgetLaterAsync(old, stop));
        return Issue(old.Name);
    }

    /// <summary>Ends a key at once.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public void Revoke(string id)
    {
        var key = Find(id);
        ring.Remove(key.Secret);
        _keys.TryRemove(id, out _);
    }

    private bool IsGood(IssuedKey key) => key.ExpiresAt is not { } end || end > settings.Clock.GetUtcNow();

    private IssuedKey Find(string id) =>
        _keys.GetValueOrDefault(id) is { } key && IsGood(key) ? key : throw SandboxFault.NotFound("There is no such key.");

    private async Task ForgetLaterAsync(IssuedKey key, CancellationToken stop)
    {
        await Task.Delay(Grace, settings.Clock, stop);
        ring.Remove(key.Secret);
    }
}
