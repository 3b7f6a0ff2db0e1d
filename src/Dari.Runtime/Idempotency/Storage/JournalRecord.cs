using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Idempotency.Storage;

/// <summary>
/// One line of a journal: the first 16 digits of the SHA-256 of the JSON, a space, the JSON, a line feed. It begins a
/// call or ends one.
/// </summary>
internal sealed record JournalRecord
{
    private const int SumLength = 16;

    internal IdempotencyEntry? Begun { get; init; }

    /// <summary>Of an end: which call, under which key.</summary>
    internal string Name { get; init; } = "";

    internal string Key { get; init; } = "";

    internal IdempotencyOutcome? Outcome { get; init; }

    internal static JournalRecord Begin(IdempotencyEntry entry) => new() { Begun = entry };

    internal static JournalRecord End(IdempotentCall call, IdempotencyOutcome outcome) =>
        new() { Name = call.Name, Key = call.Key, Outcome = outcome };

    /// <summary>The records that say all about an entry.</summary>
    internal static IEnumerable<JournalRecord> Of(IdempotencyEntry entry)
    {
        yield return Begin(entry);
        if (entry.Outcome is { } outcome)
        {
            yield return End(entry.Call, outcome);
        }
    }

    internal byte[] ToLine()
    {
        byte[] json = JsonText.ToUtf8(this, Write);
        return [.. Sum(json), (byte)' ', .. json, (byte)'\n'];
    }

    /// <summary>Reads a line without its line feed; false when it is damaged.</summary>
    internal static bool TryParse(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out JournalRecord? record)
    {
        record = null;
        if (line.Length <= SumLength || !line.Span[..SumLength].SequenceEqual(Sum(line.Span[(SumLength + 1)..])))
        {
            return false;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(line[(SumLength + 1)..]);
            record = Read(json.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException
            or InvalidOperationException)
        {
            return false;
        }

        return true;
    }

    internal void ApplyTo(JournalIndex index)
    {
        if (Begun is { } entry)
        {
            index.Add(entry);
        }
        else
        {
            index.Complete(Name, Key, Outcome!);
        }
    }

    private static byte[] Sum(ReadOnlySpan<byte> json) =>
        Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(json)).ToLowerInvariant()[..SumLength]);

    private static void Write(JsonOutput writer, JournalRecord record)
    {
        writer.WriteStartObject();
        if (record.Begun is { } entry)
        {
            JsonWrite.String(writer, "begin"u8, entry.Call.Name);
            JsonWrite.String(writer, "key"u8, entry.Call.Key);
            JsonWrite.String(writer, "operation"u8, entry.Call.Operation);
            JsonWrite.String(writer, "service"u8, entry.Call.Service);
            JsonWrite.String(writer, "digest"u8, entry.Call.Digest);
            JsonWrite.String(writer, "at"u8, entry.BegunAt.ToString("O", CultureInfo.InvariantCulture));
        }
        else
        {
            JsonWrite.String(writer, "end"u8, record.Name);
            JsonWrite.String(writer, "key"u8, record.Key);
            Write(writer, record.Outcome!);
        }

        writer.WriteEndObject();
    }

    private static void Write(JsonOutput writer, IdempotencyOutcome outcome)
    {
        JsonWrite.Int32(writer, "status"u8, outcome.StatusCode);
        if (outcome.ContentType is { } type)
        {
            JsonWrite.String(writer, "type"u8, type);
        }

        if (outcome.Body is { } body)
        {
            JsonWrite.Bytes(writer, "body"u8, body);
        }
    }

    private static JournalRecord Read(JsonElement json) => json.TryGetProperty("begin", out JsonElement name)
        ? Begin(new IdempotencyEntry
        {
            Call = new IdempotentCall
            {
                Name = name.GetString()!,
                Key = Text(json, "key"),
                Operation = Text(json, "operation"),
                Service = Text(json, "service"),
                Digest = Text(json, "digest"),
            },
            BegunAt = DateTimeOffset.Parse(
                Text(json, "at"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        })
        : new JournalRecord
        {
            Name = Text(json, "end"),
            Key = Text(json, "key"),
            Outcome = new IdempotencyOutcome
            {
                StatusCode = json.GetProperty("status").GetInt32(),
                ContentType = json.TryGetProperty("type", out JsonElement type) ? type.GetString() : null,
                Body = json.TryGetProperty("body", out JsonElement body)
                    ? (ReadOnlyMemory<byte>?)body.GetBytesFromBase64()
                    : null,
            },
        };

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException(name);
}
