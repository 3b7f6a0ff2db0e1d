using System.Collections.Concurrent;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>The permissions that were given out in signed addresses.</summary>
internal sealed class FileGrantBook(TimeProvider clock, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, FileGrant> _grants = new(StringComparer.Ordinal);

    /// <summary>When a grant that is given out now ends.</summary>
    public DateTimeOffset Expiry => clock.GetUtcNow() + lifetime;

    /// <summary>Gives one out; the answer is its secret.</summary>
    public string Issue(FileGrant grant)
    {
        var secret = Ids.Secret("fg_");
        _grants[secret] = grant;
        return secret;
    }

    /// <summary>The grant of a secret, for the holder and the direction that it is used for.</summary>
    /// <exception cref="ServiceFault">403: unknown, over, or for something else.</exception>
    public FileGrant Use(string? secret, string holderId, bool isUpload)
    {
        var grant = secret is null ? null : _grants.GetValueOrDefault(secret);
        if (grant is null || grant.HolderId != holderId || grant.IsUpload != isUpload)
        {
            throw SandboxFault.Forbidden("The signed address does not allow this.", "permission_denied");
        }

        return grant.ExpiresAt > clock.GetUtcNow()
            ? grant
            : throw SandboxFault.Forbidden("The signed address has expired.", "permission_denied");
    }
}
