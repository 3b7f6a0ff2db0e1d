using Dari.Idempotency;

namespace Dari.IdempotencyWorker;

/// <summary>Keeps calls and their answers as fast as it can, and says what it was told is kept.</summary>
internal static class Appender
{
    public static async Task RunAsync(string path, int count, long maxBytes)
    {
        using var journal = new FileIdempotencyJournal(path, new IdempotencyJournalOptions { MaxBytes = maxBytes });
        Console.WriteLine("ready");
        for (int i = 0; i < count; i++)
        {
            bool staysOpen = i % 3 == 2;
            string name = $"{Environment.ProcessId}-{i}-{(staysOpen ? "open" : "ends")}";
            var call = new IdempotentCall
            {
                Name = name,
                Key = Guid.NewGuid().ToString(),
                Operation = "POST /x",
                Service = "http://localhost",
                Digest = name,
            };
            IdempotencyEntry entry = await journal.BeginAsync(call, default);
            Console.WriteLine($"begun {name} {entry.Call.Key}");
            if (staysOpen)
            {
                continue;
            }

            await journal.CompleteAsync(entry, new IdempotencyOutcome { StatusCode = 200, Body = new byte[i * 997 % 60_000] }, default);
            Console.WriteLine($"ended {name} {entry.Call.Key}");
        }
    }
}
