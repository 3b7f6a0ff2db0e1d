using System.Text;

namespace Dari.Idempotency.Storage;

/// <summary>
/// The file of a journal. Whoever calls holds its lock. Records are only ever added, and each is on the disk before the
/// next step; a rewritten file appears under its name when it is whole.
/// </summary>
internal sealed class JournalFile(string path)
{
    // Behind it stands an id that changes with every rewriting, so that readers know when to begin anew.
    private static readonly byte[] Title = "dari-idempotency-journal 1 "u8.ToArray();
    private static readonly int HeadLength = Title.Length + 32 + 1;
    private byte[] _head = [];
    private long _read;

    internal long Length => _read;

    /// <summary>Reads what was added since the last time, and cuts off a record that a crash left unfinished.</summary>
    /// <exception cref="IdempotencyJournalException">The file is no journal, or is damaged.</exception>
    internal void Refresh(JournalIndex index)
    {
        using FileStream file = Open();
        byte[] head = new byte[HeadLength];
        int length = file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        if (length < HeadLength)
        {
            StartAnew(file, head.AsSpan(0, length));
            index.Clear();
            return;
        }

        if (!head.AsSpan().StartsWith(Title) || head[^1] != '\n')
        {
            throw NoJournal();
        }

        if (!head.AsSpan().SequenceEqual(_head) || file.Length < _read)
        {
            (_head, _read) = (head, HeadLength);
            index.Clear();
        }

        ReadRecords(file, index);
    }

    internal void Append(JournalRecord record)
    {
        using FileStream file = Open();
        file.Position = _read;
        file.Write(record.ToLine());
        file.Flush(flushToDisk: true);
        _read = file.Position;
    }

    /// <summary>Puts a file with these records alone in place of the present one.</summary>
    internal void Rewrite(IEnumerable<JournalRecord> records)
    {
        string fresh = path + ".new";
        byte[] head = NewHead();
        long length;
        using (var file = new FileStream(fresh, Opening(FileMode.Create)))
        {
            file.Write(head);
            foreach (JournalRecord record in records)
            {
                file.Write(record.ToLine());
            }

            file.Flush(flushToDisk: true);
            length = file.Position;
        }

        File.Move(fresh, path, overwrite: true);
        (_head, _read) = (head, length);
    }

    private FileStream Open()
    {
        var file = new FileStream(path, Opening(FileMode.OpenOrCreate));
        if (!OperatingSystem.IsWindows())
        {
            // Answers may hold secrets: a file that someone made readable to others is closed again.
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            if ((File.GetUnixFileMode(file.SafeFileHandle) & ~Owner) != 0)
            {
                File.SetUnixFileMode(file.SafeFileHandle, Owner);
            }
        }

        return file;
    }

    private static FileStreamOptions Opening(FileMode mode) => JournalLock.OwnerOnly(new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.ReadWrite,
        Share = FileShare.ReadWrite | FileShare.Delete,
    });

    /// <summary>A file without a whole head is new, or a crash came while it was made.</summary>
    private void StartAnew(FileStream file, ReadOnlySpan<byte> torn)
    {
        if (!Title.AsSpan().StartsWith(torn[..Math.Min(torn.Length, Title.Length)]))
        {
            throw NoJournal();
        }

        _head = NewHead();
        file.SetLength(0);
        file.Write(_head);
        file.Flush(flushToDisk: true);
        _read = HeadLength;
    }

    private void ReadRecords(FileStream file, JournalIndex index)
    {
        byte[] added = new byte[checked((int)(file.Length - _read))];
        file.Position = _read;
        file.ReadExactly(added);
        int start = 0;
        while (start < added.Length)
        {
            int end = added.AsSpan(start).IndexOf((byte)'\n');
            if (end < 0 || !JournalRecord.TryParse(added.AsMemory(start, end), out JournalRecord? record))
            {
                CutOff(file, start, end < 0 ? added.Length : start + end + 1, added.Length);
                return;
            }

            record.ApplyTo(index);
            start += end + 1;
            _read += end + 1;
        }
    }

    // The one record that a crash may leave unfinished is the last: each was on the disk before the next was begun.
    private void CutOff(FileStream file, int start, int end, int length)
    {
        if (end < length)
        {
            throw new IdempotencyJournalException(
                $"The journal {path} is damaged at byte {_read}: a record there does not match its check sum, and "
                + "others stand behind it. Nothing was sent. Restore the file, or move it away once you know how the "
                + "calls in it ended.");
        }

        file.SetLength(_read);
        file.Flush(flushToDisk: true);
    }

    private static byte[] NewHead() => [.. Title, .. Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N")), (byte)'\n'];

    private IdempotencyJournalException NoJournal() =>
        new($"{path} is not an idempotency journal of a version that is known here. It was left as it is.");
}
