using Dari.Archiving;

namespace Dari.Uploads;

/// <summary>How an upload is done. Part size and number of parts are not here: the service decides them.</summary>
public sealed class UploadOptions
{
    private const int LeastBuffer = 16 * 1024;
    private const int LargestBuffer = 256 * 1024 * 1024;

    private int _maxConcurrency = 4;
    private int _maxRetries = 8;
    private int _bufferSize = 4 * 1024 * 1024;
    private int _spoolMemory = 4 * 1024 * 1024;
    private long _spoolLimit = 16L << 30;

    /// <summary>Parts on their way at once, 1 to 64, if the service allows as many. 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxConcurrency
    {
        get => _maxConcurrency;
        set => _maxConcurrency = Check(value, 1, 64);
    }

    /// <summary>
    /// How often in a row a part, or another step, is tried again after a lost connection, a server error or 429. 0 to 100;
    /// 8, which with growing waits lasts about a minute and a half.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MaxRetries
    {
        get => _maxRetries;
        set => _maxRetries = Check(value, 0, 100);
    }

    /// <summary>
    /// Memory for each part on its way, in bytes, and once more for the part that is read next; 16 KiB to 256 MiB, 4 MiB.
    /// A part that fits is read once; a larger one is read for its digest, and again, out of the system's cache as a rule,
    /// when it is sent.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int BufferSize
    {
        get => _bufferSize;
        set => _bufferSize = Check(value, LeastBuffer, LargestBuffer);
    }

    /// <summary>Is told how far the upload is: often, from several threads, never from two at once.</summary>
    public IProgress<TransferProgress>? Progress { get; set; }

    /// <summary>
    /// Where the ticket is kept with which the upload goes on after a failure or in another process. When it holds one
    /// already, the same call goes on with that upload instead of beginning a new one. Null: there is no going on, and an
    /// upload that fails is given up at the service.
    /// </summary>
    public IUploadTicketStore? Ticket { get; set; }

    /// <summary>How much of a stream that cannot seek is kept in memory, in bytes; what is longer goes to disk. 4 MiB.</summary>
    /// <remarks>With a <see cref="Ticket"/> all of it goes to disk, since memory does not outlive the process.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 256 MiB.</exception>
    public int SpoolMemory
    {
        get => _spoolMemory;
        set => _spoolMemory = Check(value, 0, LargestBuffer);
    }

    /// <summary>The longest stream that is spooled, in bytes. 16 GiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public long SpoolLimit
    {
        get => _spoolLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _spoolLimit = value;
        }
    }

    /// <summary>Where streams are spooled; null: the system's folder for temporary files.</summary>
    public string? SpoolFolder { get; set; }

    /// <summary>
    /// The ignore file in an uploaded folder, with the syntax of <c>.gitignore</c>. It need not exist.
    /// </summary>
    public string IgnoreFileName { get; set; } = ".nullspaceignore";

    /// <summary>More patterns for an uploaded folder. They come after those of the file; later ones win.</summary>
    public IReadOnlyList<string> IgnorePatterns { get; set; } = [];

    /// <summary>What happens to symbolic links in an uploaded folder; by default they are kept if they stay inside.</summary>
    public LinkPolicy Links { get; set; } = LinkPolicy.KeepInside;

    private static int Check(int value, int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most);
        return value;
    }
}
