using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dari.Benchmarks.Json.Plain;
using Dari.Benchmarks.Shop;

namespace Dari.Benchmarks.Json;

/// <summary>One thing to read or write, by the same <see cref="JsonSerializer"/> call on both sides.</summary>
/// <param name="What">For the table.</param>
/// <param name="Reach">Ratio of the times that is to be reached.</param>
/// <param name="Ours">With generated models and their resolver.</param>
/// <param name="Other">With plain classes and the System.Text.Json source generator.</param>
public sealed record Workload(string What, double Reach, Func<object> Ours, Func<object> Other)
{
    private const double Read = 0.65;
    private const double Write = 0.75;

    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = ShopClientJson.Default };

    /// <summary>All that are measured by BenchmarkDotNet.</summary>
    public static IEnumerable<Workload> All()
    {
        byte[] orders = Samples.Utf8(Samples.Orders);
        byte[] repositories = Samples.Utf8(Samples.Repositories);
        byte[] wide = Samples.Utf8(Samples.Wide);
        yield return Reading("read 100 orders", orders, TypeOf<List<Shop.Order>>(), PlainContext.Default.ListOrder);
        yield return Writing("write 100 orders", orders, TypeOf<List<Shop.Order>>(), PlainContext.Default.ListOrder);
        yield return Reading("read 100 repositories", repositories, TypeOf<List<Shop.Repository>>(), PlainContext.Default.ListRepository);
        yield return Writing("write 100 repositories", repositories, TypeOf<List<Shop.Repository>>(), PlainContext.Default.ListRepository);
        yield return Reading("read 67 members in order", wide, TypeOf<Shop.Wide>(), PlainContext.Default.Wide);
        yield return Reading("read 67 members shuffled", Samples.Shuffled(wide), TypeOf<Shop.Wide>(), PlainContext.Default.Wide);
        yield return Writing("write 67 members", wide, TypeOf<Shop.Wide>(), PlainContext.Default.Wide);
    }

    /// <summary>A list of about 20 MB.</summary>
    public static IEnumerable<Workload> Large()
    {
        byte[] large = Samples.Utf8([.. Enumerable.Range(0, 45_000).Select(Samples.Order)]);
        string size = $"{large.Length / 1e6:0} MB of orders";
        yield return Reading("read " + size, large, TypeOf<List<Shop.Order>>(), PlainContext.Default.ListOrder);
        yield return Writing("write " + size, large, TypeOf<List<Shop.Order>>(), PlainContext.Default.ListOrder);
    }

    /// <inheritdoc/>
    public override string ToString() => What;

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static Workload Reading<T, TOther>(string what, byte[] utf8, JsonTypeInfo<T> ours, JsonTypeInfo<TOther> other)
    {
        Check(what, utf8, ours, other);
        return new(what, Read, () => JsonSerializer.Deserialize(utf8, ours)!, () => JsonSerializer.Deserialize(utf8, other)!);
    }

    private static Workload Writing<T, TOther>(string what, byte[] utf8, JsonTypeInfo<T> ours, JsonTypeInfo<TOther> other)
    {
        Check(what, utf8, ours, other);
        T ourValue = JsonSerializer.Deserialize(utf8, ours)!;
        TOther otherValue = JsonSerializer.Deserialize(utf8, other)!;
        return new(what, Write, () => Written(ourValue, ours), () => Written(otherValue, other));
    }

    // Into a buffer that is used again, as a server or client writes: else the bytes of the result would be all that shows.
    private static object Written<T>(T value, JsonTypeInfo<T> type)
    {
        Buffer.Clear();
        Writer.Reset(Buffer);
        JsonSerializer.Serialize(Writer, value, type);
        Writer.Flush();
        return Buffer;
    }

    private static readonly System.Buffers.ArrayBufferWriter<byte> Buffer = new(1 << 20);
    private static readonly Utf8JsonWriter Writer = new(Buffer);

    private static string Start(byte[] utf8) => System.Text.Encoding.UTF8.GetString(utf8.AsSpan(0, Math.Min(utf8.Length, 2000)));

    /// <summary>A side that lost something would be fast for nothing.</summary>
    private static void Check<T, TOther>(string what, byte[] utf8, JsonTypeInfo<T> ours, JsonTypeInfo<TOther> other)
    {
        // Read back by the other side: "Z" and "+00:00" are one offset.
        byte[] ourText = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(utf8, ours)!, ours);
        byte[] ourMeaning = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(ourText, other)!, other);
        byte[] otherText = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(utf8, other)!, other);
        if (!ourMeaning.AsSpan().SequenceEqual(otherText))
        {
            throw new InvalidOperationException(
                $"{what}: the two sides do not write the same.\n{Start(ourText)}\n{Start(otherText)}");
        }
    }
}
