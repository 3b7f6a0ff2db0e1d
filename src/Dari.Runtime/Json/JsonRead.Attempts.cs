using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Dari.Json;

public static partial class JsonRead
{
    /// <summary>Reads a value that may not fit, for a value of one of several types.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="reader">
    /// A reader on the value; left on its last token, or not moved when the value does not fit.
    /// </param>
    /// <param name="read">Reads the value.</param>
    /// <param name="value">The value; default when it does not fit.</param>
    /// <returns>Whether it fits.</returns>
    public static bool TryRead<T>(ref Utf8JsonReader reader, ReadJson<T> read, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(read);
        Utf8JsonReader copy = reader;
        long before = Misfit.Score;
        try
        {
            value = read(ref copy);
            reader = copy;
            return true;
        }
        catch (JsonException)
        {
            // What does not fit one type is for the next one, or is kept as it is.
            Misfit.Score = before;
            value = default;
            return false;
        }
    }
}
