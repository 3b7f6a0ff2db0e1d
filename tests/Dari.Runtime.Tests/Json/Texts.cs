using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

/// <summary>Reads and writes whole texts in one line.</summary>
internal static class Texts
{
    internal static T Read<T>(string json, ReadJson<T> read) => JsonText.Parse(Encoding.UTF8.GetBytes(json), read);

    internal static JsonException Fails<T>(string json, ReadJson<T> read) =>
        Should.Throw<JsonException>(() => Read(json, read));

    internal static string Write<T>(T value, WriteJson<T> write) => JsonText.ToString(value, write);
}
