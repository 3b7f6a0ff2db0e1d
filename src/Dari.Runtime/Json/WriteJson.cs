namespace Dari.Json;

/// <summary>Writes one value, without a property name.</summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="writer">Where to.</param>
/// <param name="value">The value.</param>
public delegate void WriteJson<in T>(JsonOutput writer, T value);
