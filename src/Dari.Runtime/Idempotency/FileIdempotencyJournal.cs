using Dari.Idempotency.Storage;

namespace Dari.Idempotency;

/// <summary>A journal in a file, which outlives crashes and may be used by several processes at once.</summary>
/// <remarks>
/// What is kept is on the disk before a call is sent. A record that a crash cut short is removed by the next process;
/// damage anywhere else is reported. The file is readable by its owner alone and belongs on a local disk; beside it
/// stands a file <c>.lock</c>, which stays, and a file <c>.call</c> for each call that is under way. Names, keys, addresses, digests and, unless
/// <see cref="IdempotencyJournalOptions.StoreBodies"/> says no, answers of the service stand in it.
/// </remarks>
public sealed class FileIdempotencyJournal : IIdempotencyJournal, IDisposable
{
    // Below this a file is not worth rewriting.
    private const long SmallFile = 64 * 1024;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly IdempotencyJournalOptions _options;
    private readonly JournalIndex _index;
    private readonly JournalFile _file;
    private readonly string _lockPath;
    private long _roomAt = SmallFile;

    /// <summary>Uses a file. It is made with the first call, and its folder too.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How much it keeps. Processes that share a file should agree on it.</param>
    public FileIdempotencyJournal(string path, IdempotencyJournalOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        _options = options ?? new IdempotencyJournalOptions();
        _index = new JournalIndex(_options);
        _file = new JournalFile(Path);
        _lockPath = Path + ".lock";
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public async ValueTask<IDisposable?> HoldAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            return await NameFile.HoldAsync(Path, name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw Unusable(fault);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IdempotencyEntry> BeginAsync(IdempotentCall request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        IdempotencyEntry? entry = null;
        await UpdateAsync(() => entry = Begin(request), cancellationToken).ConfigureAwait(false);
        return entry!;
    }

    /// <inheritdoc/>
    public async ValueTask CompleteAsync(
        IdempotencyEntry entry, IdempotencyOutcome outcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(outcome);
        await UpdateAsync(() => Complete(entry.Call, _options.Trim(outcome)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the use of the file, which stays.</summary>
    public void Dispose() => _gate.Dispose();

    private async Task UpdateAsync(Action update, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            using JournalLock held = await JournalLock.TakeAsync(_lockPath, _options, cancellationToken)
                .ConfigureAwait(false);
            _file.Refresh(_index);
            update();
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException
            and not IdempotencyJournalException)
        {
            throw Unusable(fault);
        }
        finally
        {
            _gate.Release();
        }
    }

    private IdempotencyJournalException Unusable(Exception fault) =>
        new($"The journal {Path} cannot be used: {fault.Message}", fault);

    private IdempotencyEntry Begin(IdempotentCall call)
    {
        if (_index.TryFind(call, out IdempotencyEntry? found))
        {
            return found;
        }

        _index.Prune(_options.MaxEntries - 1);
        if (_file.Length > Math.Min(_roomAt, _options.MaxBytes))
        {
            MakeRoom();
        }

        IdempotencyEntry entry = _index.NewEntry(call);
        _file.Append(JournalRecord.Begin(entry));
        _index.Add(entry);
        return entry;
    }

    private void Complete(IdempotentCall call, IdempotencyOutcome outcome)
    {
        if (_index.Complete(call.Name, call.Key, outcome))
        {
            _file.Append(JournalRecord.End(call, outcome));
        }
    }

    /// <summary>Rewrites the file without what was forgotten, where that is worth it.</summary>
    private void MakeRoom()
    {
        // Half of what is allowed stays free, so that the next calls do not rewrite it again.
        long live = LiveBytes();
        while (live > _options.MaxBytes / 2 && _index.ForgetEnded(Math.Max(1, _index.Count / 8)))
        {
            live = LiveBytes();
        }

        if (live > _options.MaxBytes)
        {
            throw _index.Full();
        }

        if (_file.Length > _options.MaxBytes || live < _file.Length / 2)
        {
            _file.Rewrite(_index.Entries.SelectMany(JournalRecord.Of));
        }

        _roomAt = Math.Max(SmallFile, 2 * live);
    }

    private long LiveBytes() =>
        _index.Entries.SelectMany(JournalRecord.Of).Sum(static one => (long)one.ToLine().Length);
}
