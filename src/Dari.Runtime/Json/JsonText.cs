using System.Text;
using System.Text.Json;

namespace Dari.Json;

/// <summary>Whole JSON texts.</summary>
public static class JsonText
{
    /// <summary>Reads a text that holds one value. A byte order mark is passed over.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="utf8">The text in UTF-8; nested at most 256 levels deep.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">
    /// The text is not JSON, goes on behind the value, or does not fit the value; with path, line and byte position.
    /// </exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8, ReadJson<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        var reader = new Utf8JsonReader(utf8, JsonLimits.Reader);
        try
        {
            reader.Read();
            T value = read(ref reader);
            if (reader.Read())
            {
                throw JsonFault.Expected("the end of the text", in reader);
            }

            return value;
        }
        catch (JsonException fault)
        {
            throw JsonPosition.Locate(utf8, in reader, fault);
        }
    }

    /// <summary>Writes a value as a text in UTF-8.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    /// <returns>The text, without byte order mark.</returns>
    public static byte[] ToUtf8<T>(T value, WriteJson<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        JsonOutput output = JsonOutput.Rent();
        write(output, value);
        byte[] text = output.Written.ToArray();
        output.Return();
        return text;
    }

    /// <summary>Writes a value as a text.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    /// <returns>The text.</returns>
    public static string ToString<T>(T value, WriteJson<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        JsonOutput output = JsonOutput.Rent();
        write(output, value);
        string text = Encoding.UTF8.GetString(output.Written);
        output.Return();
        return text;
    }
}
