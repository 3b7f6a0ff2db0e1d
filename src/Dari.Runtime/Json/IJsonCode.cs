using System.Text.Json;

namespace Dari.Json;

/// <summary>How generated code reads and writes a model; static, so that models call each other directly.</summary>
/// <typeparam name="T">The model.</typeparam>
public interface IJsonCode<T>
{
    /// <summary>Reads a model.</summary>
    /// <param name="reader">A reader on the value's first token; left on its last.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The value is not such a model.</exception>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a model.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The model.</param>
    static abstract void Write(JsonOutput writer, T value);
}
