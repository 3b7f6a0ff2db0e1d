namespace Dari.Idempotency.Storage;

/// <summary>
/// The right to read and write a journal, held by one process at a time. It is a lock of the operating system on a file
/// beside the journal, which ends with its process however that dies; the file stays, since to remove it would let two
/// processes lock two files of one name.
/// </summary>
internal sealed class JournalLock : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream _file;

    private JournalLock(FileStream file) => _file = file;

    public void Dispose() => _file.Dispose();

    /// <exception cref="IdempotencyJournalException">Another process held it for longer than the limit.</exception>
    internal static async Task<JournalLock> TakeAsync(
        string path, IdempotencyJournalOptions options, CancellationToken cancellationToken)
    {
        long start = TimeProvider.System.GetTimestamp();
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return new JournalLock(new FileStream(path, Opening()));
            }
            catch (IOException held) when (held is not (DirectoryNotFoundException or PathTooLongException))
            {
                if (TimeProvider.System.GetElapsedTime(start) >= options.LockTimeout)
                {
                    throw new IdempotencyJournalException(
                        $"The journal could not be locked through {path} within {options.LockTimeout}; "
                        + "another process holds it.",
                        held);
                }
            }

            double pause = Math.Min(LongestPause.TotalMilliseconds, 1 << Math.Min(attempt, 6));
            pause *= 0.5 + (0.5 * Random.Shared.NextDouble());
            await Task.Delay(TimeSpan.FromMilliseconds(pause), cancellationToken).ConfigureAwait(false);
        }
    }

    private static FileStreamOptions Opening() =>
        OwnerOnly(new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        });

    /// <summary>A new file is for its owner alone; Windows takes the rights of the folder.</summary>
    internal static FileStreamOptions OwnerOnly(FileStreamOptions options)
    {
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
