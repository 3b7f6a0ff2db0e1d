using Dari.Idempotency;

namespace Dari.Runtime.Tests.Idempotency;

/// <summary>A folder for one journal, gone with the test.</summary>
internal sealed class JournalFolder : IDisposable
{
    private readonly List<FileIdempotencyJournal> _open = [];
    private readonly string _path = Directory.CreateTempSubdirectory("dari-journal-").FullName;

    internal string File => Path.Combine(_path, "calls.journal");

    internal string[] Files() => [.. Directory.EnumerateFiles(_path).Select(static path => Path.GetFileName(path))];

    /// <summary>As a new process would open it.</summary>
    internal FileIdempotencyJournal Open(IdempotencyJournalOptions? options = null)
    {
        var journal = new FileIdempotencyJournal(File, options);
        _open.Add(journal);
        return journal;
    }

    public void Dispose()
    {
        _open.ForEach(static journal => journal.Dispose());
        Directory.Delete(_path, recursive: true);
    }
}
