using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class ModelResolverTests
{
    private const string Two = """[{"id":"a","age":1},{"id":"b","age":2,"x":{"y":[1]}}]""";

    // Nothing but the resolver: a type that it does not serve is an error, never reflection.
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new Resolver() };

    [Fact]
    public void Models_work_with_any_call_of_the_serializer()
    {
        Write(JsonSerializer.Deserialize(Two, Info<List<Pet>>())!).ShouldBe(Two);
        Write(JsonSerializer.Deserialize(Two, Info<Pet[]>())!).ShouldBe(Two);
        Write(JsonSerializer.Deserialize(Two, Info<IReadOnlyList<Pet>>())!).ShouldBe(Two);
        Write(JsonSerializer.Deserialize("""{"k":{"id":"a","age":1}}""", Info<IReadOnlyDictionary<string, Pet>>())!)
            .ShouldBe("""{"k":{"id":"a","age":1}}""");
        Write(JsonSerializer.Deserialize("""{"id":"a","age":1}""", Info<Pet>())!).ShouldBe("""{"id":"a","age":1}""");
        Write(JsonSerializer.Deserialize("\"x\"", Info<Level>())).ShouldBe("\"x\"");
        Write(JsonSerializer.Deserialize("null", Info<Level?>())).ShouldBe("null");
        Write(JsonSerializer.Deserialize("\"x\"", Info<Level?>())).ShouldBe("\"x\"");
        Should.Throw<NotSupportedException>(() => Info<Uri>());
    }

    [Fact]
    public async Task Models_are_read_from_streams_in_small_pieces()
    {
        string many = "[" + string.Join(',', Enumerable.Range(0, 500).Select(i =>
            $$"""{"skipped\u0021":{"deep":[{{i}}]},"id":"{{i}}","age":{{i}},"friends":[{"id":"f","age":1}]}""")) + "]";
        var options = new JsonSerializerOptions { TypeInfoResolver = new Resolver(), DefaultBufferSize = 16 };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(many));
        var info = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<List<Pet>>)options.GetTypeInfo(
            typeof(List<Pet>));

        List<Pet>? pets = await JsonSerializer.DeserializeAsync(stream, info);

        pets!.Count.ShouldBe(500);
        pets[499].AdditionalProperties!["skipped!"].GetProperty("deep")[0].GetInt32().ShouldBe(499);
    }

    [Fact]
    public void A_fault_inside_the_serializer_is_a_json_exception() =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize("""[{"id":"a"}]""", Info<List<Pet>>()))
            .Message.ShouldContain("required member \"age\" is missing");

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> Info<T>() =>
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Info<T>());

    private sealed class Resolver : ModelResolver
    {
        internal Resolver()
        {
            Add(new PetJson());
            Add(new LevelJson());
        }
    }
}
