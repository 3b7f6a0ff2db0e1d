using System.Text.Json.Serialization;

namespace Dari.Benchmarks.Json.Plain;

/// <summary>The System.Text.Json source generator, set up as its documentation says for the fastest code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(List<Order>))]
[JsonSerializable(typeof(List<Repository>))]
[JsonSerializable(typeof(List<OrderItem>))]
[JsonSerializable(typeof(Wide))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class PlainContext : JsonSerializerContext;

/// <summary>The body of an error.</summary>
internal sealed class Problem
{
    public required string Code { get; set; }

    public required string Message { get; set; }
}
