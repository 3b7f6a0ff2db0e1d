using System.Diagnostics.CodeAnalysis;
using System.Net;
using Dari.Json;

namespace Dari.Http;

/// <summary>
/// The bodies of an operation with several good answers, by status. Does not change: adding gives a new table.
/// </summary>
/// <typeparam name="T">What all of them become.</typeparam>
public sealed class ResultTable<T>
{
    private readonly (StatusPattern Status, ResultReader Read)[] _entries;
    private readonly Func<HttpStatusCode, string, T>? _otherwise;

    /// <summary>Makes a table without entries.</summary>
    public ResultTable()
        : this([], null)
    {
    }

    private ResultTable((StatusPattern Status, ResultReader Read)[] entries, Func<HttpStatusCode, string, T>? otherwise)
    {
        _entries = entries;
        _otherwise = otherwise;
    }

    internal delegate T ResultReader(ReadOnlySpan<byte> body, Func<string> text);

    /// <summary>Adds a body. The most exact status wins, then the one added last.</summary>
    /// <param name="status">A status, <c>201</c>, a range, <c>2XX</c>, or <c>default</c> (of good answers).</param>
    /// <param name="read">Reads the body.</param>
    /// <returns>A new table.</returns>
    /// <exception cref="ArgumentException">Not a status.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "On is a keyword in languages that do not call generated C#.")]
    public ResultTable<T> On(string status, ReadJson<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return With(status, (body, _) => JsonText.Parse(body, read));
    }

    /// <summary>Adds a body that is text, in the encoding that the answer names.</summary>
    /// <param name="status">A status, range or <c>default</c>.</param>
    /// <param name="make">Makes the result.</param>
    /// <returns>A new table.</returns>
    /// <exception cref="ArgumentException">Not a status.</exception>
    public ResultTable<T> OnText(string status, Func<string, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return With(status, (_, text) => make(text()));
    }

    /// <summary>Adds a body that is taken as it is, into memory.</summary>
    /// <param name="status">A status, range or <c>default</c>.</param>
    /// <param name="make">Makes the result.</param>
    /// <returns>A new table.</returns>
    /// <exception cref="ArgumentException">Not a status.</exception>
    public ResultTable<T> OnBytes(string status, Func<ReadOnlyMemory<byte>, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return With(status, (body, _) => make(body.ToArray()));
    }

    /// <summary>Adds an answer without a body; a body that comes anyway is dropped.</summary>
    /// <param name="status">A status, range or <c>default</c>.</param>
    /// <param name="make">Makes the result.</param>
    /// <returns>A new table.</returns>
    /// <exception cref="ArgumentException">Not a status.</exception>
    public ResultTable<T> OnEmpty(string status, Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return With(status, (_, _) => make());
    }

    /// <summary>
    /// Says what becomes of a good answer that has no entry; without this it is an <see cref="ApiException"/>.
    /// </summary>
    /// <param name="make">Makes the result of status and text.</param>
    /// <returns>A new table.</returns>
    public ResultTable<T> Otherwise(Func<HttpStatusCode, string, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return new ResultTable<T>(_entries, make);
    }

    // A document may declare 304 or 302 as an answer; errors belong to the error table.
    internal bool IsGood(int status) =>
        status is >= 200 and < 300
        || (status < 400 && Array.Exists(_entries, entry => !entry.Status.IsDefault && entry.Status.Matches(status)));

    internal bool TryRead(
        HttpStatusCode status, ReadOnlySpan<byte> body, Func<string> text, [MaybeNullWhen(false)] out T result)
    {
        ResultReader? read = _entries
            .Where(entry => entry.Status.Matches((int)status))
            .OrderByDescending(static entry => entry.Status.Exactness)
            .FirstOrDefault().Read;
        result = read is not null ? read(body, text) : _otherwise is not null ? _otherwise(status, text()) : default;
        return read is not null || _otherwise is not null;
    }

    private ResultTable<T> With(string status, ResultReader read) =>
        new([(StatusPattern.Parse(status), read), .. _entries], _otherwise);
}
