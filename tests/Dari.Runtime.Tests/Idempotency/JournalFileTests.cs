using System.Text;
using Dari.Idempotency;

namespace Dari.Runtime.Tests.Idempotency;

public sealed class JournalFileTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_last_record_that_is_cut_anywhere_is_repaired()
    {
        await CompleteAsync(_folder.Open(), await BeginAsync(_folder.Open(), "a"));
        long whole = new FileInfo(_folder.File).Length;
        await BeginAsync(_folder.Open(), "b");
        byte[] bytes = await File.ReadAllBytesAsync(_folder.File);
        for (int length = 0; length <= bytes.Length; length += length is > 60 and < 5000 ? 7 : 1)
        {
            await File.WriteAllBytesAsync(_folder.File, bytes[..length]);

            IdempotencyEntry b = await BeginAsync(_folder.Open(), "b");
            IdempotencyEntry a = await BeginAsync(_folder.Open(), "a");

            b.IsNew.ShouldBe(length < bytes.Length, $"{length} bytes");
            if (length >= whole)
            {
                a.Outcome.ShouldNotBeNull($"{length} bytes");
            }
        }
    }

    [Fact]
    public async Task Damage_before_the_last_record_is_reported_and_nothing_is_changed()
    {
        await BeginAsync(_folder.Open(), "a");
        await BeginAsync(_folder.Open(), "b");
        byte[] bytes = await File.ReadAllBytesAsync(_folder.File);
        int first = Array.IndexOf(bytes, (byte)'\n') + 1;
        bytes[first + 40] ^= 1;
        await File.WriteAllBytesAsync(_folder.File, bytes);

        IdempotencyJournalException damage = await Should.ThrowAsync<IdempotencyJournalException>(
            () => BeginAsync(_folder.Open(), "c"));

        damage.Message.ShouldContain($"at byte {first}");
        damage.Message.ShouldContain(_folder.File);
        (await File.ReadAllBytesAsync(_folder.File)).ShouldBe(bytes);
    }

    [Theory]
    [InlineData("something else")]
    [InlineData("dari-idempotency-journal 2 00000000000000000000000000000000\n")]
    public async Task A_file_that_is_no_journal_is_left_alone(string text)
    {
        await File.WriteAllTextAsync(_folder.File, text);

        await Should.ThrowAsync<IdempotencyJournalException>(() => BeginAsync(_folder.Open(), "a"));

        (await File.ReadAllTextAsync(_folder.File)).ShouldBe(text);
    }

    [Fact]
    public async Task The_file_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await BeginAsync(_folder.Open(), "a");
        File.GetUnixFileMode(_folder.File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(_folder.File, (UnixFileMode)0b110_100_100);

        await BeginAsync(_folder.Open(), "a");

        File.GetUnixFileMode(_folder.File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Many_at_once_agree_on_every_key()
    {
        IEnumerable<Task<IdempotencyEntry>> all = Enumerable.Range(0, 60)
            .Select(i => Task.Run(() => BeginAsync(_folder.Open(), $"call-{i % 6}")));

        IdempotencyEntry[] entries = await Task.WhenAll(all);

        entries.GroupBy(static entry => entry.Call.Name)
            .ShouldAllBe(static same => same.Select(static entry => entry.Call.Key).Distinct().Count() == 1);
        entries.Count(static entry => entry.IsNew).ShouldBe(6);
    }

    [Fact]
    public async Task What_has_ended_makes_room_and_what_has_not_does_not()
    {
        var options = new IdempotencyJournalOptions { MaxEntries = 3, MaxBytes = 100_000 };
        FileIdempotencyJournal journal = _folder.Open(options);
        IdempotencyEntry open = await BeginAsync(journal, "open");
        for (int i = 0; i < 60; i++)
        {
            await CompleteAsync(journal, await BeginAsync(journal, $"ended-{i}"), new byte[4000]);
        }

        new FileInfo(_folder.File).Length.ShouldBeLessThan(110_000);
        (await BeginAsync(_folder.Open(options), "open")).Call.Key.ShouldBe(open.Call.Key);
        await BeginAsync(journal, "open-2");
        await BeginAsync(journal, "open-3");

        IdempotencyJournalException full = await Should.ThrowAsync<IdempotencyJournalException>(() => BeginAsync(journal, "open-4"));
        full.Message.ShouldContain("full");
    }

    [Fact]
    public async Task A_call_that_is_too_old_is_forgotten()
    {
        var clock = new SetClock();
        var options = new IdempotencyJournalOptions { MaxAge = TimeSpan.FromDays(1), TimeProvider = clock };
        IdempotencyEntry first = await BeginAsync(_folder.Open(options), "a");
        clock.Now += TimeSpan.FromHours(23);
        (await BeginAsync(_folder.Open(options), "a")).Call.Key.ShouldBe(first.Call.Key);
        clock.Now += TimeSpan.FromHours(2);

        IdempotencyEntry second = await BeginAsync(_folder.Open(options), "a");

        (second.IsNew, second.Call.Key == first.Call.Key).ShouldBe((true, false));
    }

    [Fact]
    public async Task A_lock_that_is_not_given_back_is_waited_for_and_then_reported()
    {
        await BeginAsync(_folder.Open(), "a");
        using (new FileStream(_folder.File + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var options = new IdempotencyJournalOptions { LockTimeout = TimeSpan.FromMilliseconds(100) };
            IdempotencyJournalException held = await Should.ThrowAsync<IdempotencyJournalException>(() => BeginAsync(_folder.Open(options), "b"));
            held.Message.ShouldContain(".lock");
        }

        (await BeginAsync(_folder.Open(), "b")).IsNew.ShouldBeTrue();
    }

    private static async Task<IdempotencyEntry> BeginAsync(FileIdempotencyJournal journal, string name) =>
        await journal.BeginAsync(
            new IdempotentCall
            {
                Name = name,
                Key = Guid.NewGuid().ToString(),
                Operation = "POST /x",
                Service = "http://localhost",
                Digest = Convert.ToHexString(Encoding.UTF8.GetBytes(name)),
            },
            default);

    private static async Task CompleteAsync(FileIdempotencyJournal journal, IdempotencyEntry entry, byte[]? body = null) =>
        await journal.CompleteAsync(entry, new IdempotencyOutcome { StatusCode = 200, Body = body ?? [1] }, default);

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
