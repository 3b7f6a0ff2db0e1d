using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class ModelConverterTests
{
    private const string Animal = """{"id":"a","age":1}""";

    private static readonly Pet Rex = new() { Id = "a", Age = 1 };

    [Fact]
    public void An_optional_member_is_left_out_where_there_is_none()
    {
        Member(output => PetJson.WriteOptional(output, "pet"u8, null)).ShouldBe("{}");
        Member(output => PetJson.WriteOptional(output, "pet"u8, Rex)).ShouldBe($$"""{"pet":{{Animal}}}""");
        Member(output => LevelJson.WriteOptional(output, "level"u8, null)).ShouldBe("{}");
        Member(output => LevelJson.WriteOptional(output, "level"u8, new Level("x"))).ShouldBe("""{"level":"x"}""");
    }

    [Fact]
    public void A_nullable_member_is_written_as_null()
    {
        Member(output => PetJson.WriteNullable(output, "pet"u8, null)).ShouldBe("""{"pet":null}""");
        Member(output => PetJson.WriteNullable(output, "pet"u8, Rex)).ShouldBe($$"""{"pet":{{Animal}}}""");
        Member(output => LevelJson.WriteNullable(output, "level"u8, null)).ShouldBe("""{"level":null}""");
        Member(output => LevelJson.WriteNullable(output, "level"u8, new Level("x"))).ShouldBe("""{"level":"x"}""");
    }

    [Fact]
    public void Null_and_absent_are_kept_apart()
    {
        Member(output => PetJson.WriteOptionalNullable(output, "pet"u8, default)).ShouldBe("{}");
        Member(output => PetJson.WriteOptionalNullable(output, "pet"u8, new(null))).ShouldBe("""{"pet":null}""");
        Member(output => PetJson.WriteOptionalNullable(output, "pet"u8, Rex)).ShouldBe($$"""{"pet":{{Animal}}}""");
        Member(output => LevelJson.WriteOptionalNullable(output, "level"u8, default)).ShouldBe("{}");
        Member(output => LevelJson.WriteOptionalNullable(output, "level"u8, new(null))).ShouldBe("""{"level":null}""");
        Member(output => LevelJson.WriteOptionalNullable(output, "level"u8, new(new Level("x")))).ShouldBe("""{"level":"x"}""");
    }

    [Fact]
    public void Null_is_read_as_null()
    {
        Texts.Read(Animal, PetJson.ReadNullable)!.Id.ShouldBe("a");
        Texts.Read("null", PetJson.ReadNullable).ShouldBeNull();
        Texts.Read("null", PetJson.ReadOptional).ShouldBeNull();
        Texts.Read("\"x\"", LevelJson.ReadOptional).ShouldBe(new Level("x"));
        Texts.Read("null", LevelJson.ReadNullable).ShouldBeNull();
        Texts.Read("null", LevelJson.ReadOptional).ShouldBeNull();
    }

    private static string Member(Action<JsonOutput> write) => Texts.Write(write, static (output, member) =>
    {
        output.WriteStartObject();
        member(output);
        output.WriteEndObject();
    });
}
