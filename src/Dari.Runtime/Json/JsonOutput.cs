using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Dari.Json;

/// <summary>A JSON text that grows in memory: what generated writers write to, by <see cref="JsonWrite"/>.</summary>
/// <remarks>
/// Beside <see cref="Utf8JsonWriter"/> it does less, and so takes about half the time: names come from documents and are
/// known to need no escape, the order of calls comes from a generator and is not checked, and nothing is indented.
/// One thread at a time.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Reliability", "CA1001", Justification = "The inner writer holds nothing but this.")]
public sealed partial class JsonOutput
{
    /// <summary>Levels of nesting, as many as <see cref="Utf8JsonWriter"/> takes: a value that holds itself must end.</summary>
    private const int MaxDepth = 1000;

    private bool _needsComma;
    private int _depth;

    // Whether to escape like the default encoder of System.Text.Json, else what JSON needs to be escaped and nothing else.
    private bool _heedsHtml;

    private JsonOutput()
    {
    }

    /// <summary>Opens an object.</summary>
    /// <exception cref="InvalidOperationException">It is nested more than 1,000 levels deep.</exception>
    public void WriteStartObject() => Open((byte)'{');

    /// <summary>Closes the object.</summary>
    public void WriteEndObject() => Close((byte)'}');

    /// <summary>Opens an array.</summary>
    /// <exception cref="InvalidOperationException">It is nested more than 1,000 levels deep.</exception>
    public void WriteStartArray() => Open((byte)'[');

    /// <summary>Closes the array.</summary>
    public void WriteEndArray() => Close((byte)']');

    /// <summary>Writes <c>null</c>.</summary>
    public void WriteNullValue() => Token("null"u8);

    /// <param name="name">Printable ASCII of which no encoder escapes any; the generator sees to that.</param>
    internal void Name(ReadOnlySpan<byte> name)
    {
        Span<byte> room = Room(name.Length + 4);
        int at = 0;
        if (_needsComma)
        {
            room[at++] = (byte)',';
        }

        room[at] = (byte)'"';
        name.CopyTo(room[(at + 1)..]);
        at += name.Length + 1;
        room[at + 1] = (byte)':';
        room[at] = (byte)'"';
        _length += at + 2;
        _needsComma = false;
    }

    internal void Name(string name)
    {
        Text(name);
        Room(1)[0] = (byte)':';
        _length++;
        _needsComma = false;
    }

    /// <summary>Writes a value that is JSON already.</summary>
    internal void Token(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Value(json.Length));
        End(json.Length);
    }

    /// <summary>Room for a value; <see cref="End"/> says how much of it was taken.</summary>
    internal Span<byte> Value(int most)
    {
        Span<byte> room = Room(most + 1);
        if (!_needsComma)
        {
            return room;
        }

        room[0] = (byte)',';
        _length++;
        return room[1..];
    }

    internal void End(int length)
    {
        _length += length;
        _needsComma = true;
    }

    private void Open(byte bracket)
    {
        if (_depth == MaxDepth)
        {
            throw new InvalidOperationException($"A value is nested more than {MaxDepth} levels deep. It may hold itself.");
        }

        _depth++;
        Value(1)[0] = bracket;
        _length++;
        _needsComma = false;
    }

    private void Close(byte bracket)
    {
        _depth--;
        Room(1)[0] = bracket;
        End(1);
    }
}
