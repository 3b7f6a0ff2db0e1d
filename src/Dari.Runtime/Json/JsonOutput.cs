using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    // Two quotes and a colon.
    private const int NameMarks = 3;

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

    /// <inheritdoc cref="Member"/>
    internal void Name(ReadOnlySpan<byte> name) => Member(name, 0);

    /// <summary>Writes a member's name.</summary>
    /// <param name="name">Printable ASCII of which no encoder escapes any; the generator sees to that.</param>
    /// <param name="most">The most bytes that the value takes.</param>
    /// <returns>Room for the value; <see cref="End"/> says how much of it was taken.</returns>
    internal Span<byte> Member(ReadOnlySpan<byte> name, int most)
    {
        Span<byte> room = Room(checked(name.Length + NameMarks + most + 1));
        ref byte start = ref MemoryMarshal.GetReference(room);
        start = (byte)'"';
        ShortCopy.Copy(name, ref Unsafe.Add(ref start, 1));
        Unsafe.Add(ref start, name.Length + 1) = (byte)'"';
        Unsafe.Add(ref start, name.Length + 2) = (byte)':';
        int length = name.Length + NameMarks;
        _length += length;
        return room[length..];
    }

    internal void Token(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        json.CopyTo(Member(name, json.Length));
        End(json.Length);
    }

    internal void Name(string name)
    {
        Text(name);
        _bytes[_length - 1] = (byte)':';
    }

    /// <summary>Writes a value that is JSON already.</summary>
    internal void Token(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Value(json.Length));
        End(json.Length);
    }

    /// <summary>Room for a value; <see cref="End"/> says how much of it was taken.</summary>
    internal Span<byte> Value(int most) => Room(checked(most + 1));

    // Every value is followed by a comma, which the bracket that closes takes back: nothing must be known of what came before.
    internal void End(int length)
    {
        _bytes[_length + length] = (byte)',';
        _length += length + 1;
    }

    private void Open(byte bracket)
    {
        if (_depth == MaxDepth)
        {
            throw new InvalidOperationException($"A value is nested more than {MaxDepth} levels deep. It may hold itself.");
        }

        _depth++;
        Room(1)[0] = bracket;
        _length++;
    }

    private void Close(byte bracket)
    {
        _depth--;
        Span<byte> room = Room(2);
        if (_bytes[_length - 1] == (byte)',')
        {
            _bytes[_length - 1] = bracket;
            room[0] = (byte)',';
            _length++;
            return;
        }

        room[1] = (byte)',';
        room[0] = bracket;
        _length += 2;
    }
}
