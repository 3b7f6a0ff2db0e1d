using System.Text.Json;

namespace Dari.Json;

/// <summary>Reads one value. The reader stands on the value's first token and is left on its last.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="reader">The reader, on the first token of the value.</param>
/// <returns>The value.</returns>
/// <exception cref="JsonException">The JSON there is not such a value.</exception>
public delegate T ReadJson<out T>(ref Utf8JsonReader reader);
