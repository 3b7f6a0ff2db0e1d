using System.Collections.Concurrent;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Storage;

/// <summary>The upload targets that were handed out.</summary>
internal sealed class UploadStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, UploadTarget> _targets = new(StringComparer.Ordinal);

    /// <summary>The origin of the targets; known once the storage host listens.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1/");

    public TimeProvider Clock => clock;

    /// <summary>Opens a target and gives its address.</summary>
    public Uri Open(string file, IReadOnlyDictionary<string, string> headers, TimeSpan lifetime, long maxBytes, out UploadTarget target)
    {
        target = new UploadTarget
        {
            Token = Ids.Secret(""),
            Headers = headers,
            ExpiresAt = clock.GetUtcNow() + lifetime,
            File = file,
            MaxBytes = maxBytes,
        };
        _targets[target.Token] = target;
        return new Uri(Url, $"/uploads/{target.Token}");
    }

    public UploadTarget? Find(string token) => _targets.GetValueOrDefault(token);

    public void Close(UploadTarget target) => _targets.TryRemove(target.Token, out _);
}
