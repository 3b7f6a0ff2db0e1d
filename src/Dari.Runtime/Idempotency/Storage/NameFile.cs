using System.Security.Cryptography;
using System.Text;
using Dari.Files;

namespace Dari.Idempotency.Storage;

/// <summary>Names that one call at a time has, among all processes that share a journal: a file each, while it is held.</summary>
internal static class NameFile
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for a name and takes it; to dispose what is given lets it go.</summary>
    /// <param name="journal">The path of the journal.</param>
    /// <param name="name">The name, which may hold what no file name may.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<IDisposable> HoldAsync(string journal, string name, CancellationToken cancellationToken)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        string path = $"{journal}.{Convert.ToHexString(digest.AsSpan(0, 12))}.call";
        for (int attempt = 0; ; attempt++)
        {
            if (OwnedFile.TryTake(path) is { } held)
            {
                return held;
            }

            double pause = Math.Min(LongestPause.TotalMilliseconds, 5 << Math.Min(attempt, 6));
            pause *= 0.5 + (0.5 * Random.Shared.NextDouble());
            await Task.Delay(TimeSpan.FromMilliseconds(pause), cancellationToken).ConfigureAwait(false);
        }
    }
}
