using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Dari.Json;

namespace Dari.Http;

/// <summary>
/// How the bodies of an operation's errors read, by status. Does not change: adding gives a new table.
/// </summary>
public sealed class ErrorTable
{
    private readonly Entry[] _entries;

    private ErrorTable(Entry[] entries) => _entries = entries;

    /// <summary>The table without entries: every error is a plain <see cref="ApiException"/>.</summary>
    public static ErrorTable Empty { get; } = new([]);

    /// <summary>Adds a body. The most exact status wins, then the one added last.</summary>
    /// <typeparam name="TError">The body; such errors are <see cref="ApiException{TError}"/>.</typeparam>
    /// <param name="status">A status, <c>404</c>, a range, <c>4XX</c>, or <c>default</c>.</param>
    /// <param name="read">Reads the body.</param>
    /// <returns>A new table.</returns>
    /// <exception cref="ArgumentException">Not a status.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "On is a keyword in languages that do not call generated C#.")]
    public ErrorTable On<TError>(string status, ReadJson<TError> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        ApiException Read(ReadOnlySpan<byte> utf8, StatusMessage message, ResponseMetadata response, string? text) =>
            new ApiException<TError>(message, response, text, JsonText.Parse(utf8, read));
        var entries = new Entry[_entries.Length + 1];
        entries[0] = new Entry(StatusPattern.Parse(status), Read);
        _entries.CopyTo(entries, 1);
        return new ErrorTable(entries);
    }

    /// <summary>The typed exception, or null with what kept the body from being read, if that was it.</summary>
    internal ApiException? Create(
        ReadOnlySpan<byte> utf8, StatusMessage message, ResponseMetadata response, string? text, out JsonException? fault)
    {
        fault = null;
        int status = (int)response.StatusCode;
        ErrorReader? read = null;
        int exactness = -1;
        foreach (Entry entry in _entries)
        {
            if (entry.Status.Exactness > exactness && entry.Status.Matches(status))
            {
                (read, exactness) = (entry.Read, entry.Status.Exactness);
            }
        }

        try
        {
            return read?.Invoke(utf8, message, response, text);
        }
        catch (JsonException exception)
        {
            fault = exception;
            return null;
        }
    }

    // A class: generic code for structs of our own is compiled anew in every program.
    private sealed class Entry(StatusPattern status, ErrorReader read)
    {
        internal StatusPattern Status { get; } = status;

        internal ErrorReader Read { get; } = read;
    }
}
