namespace Dari.Runtime.Tests;

public sealed class OptionalTests
{
    [Fact]
    public void Absent_null_and_a_value_differ()
    {
        Optional<string?> absent = default, nothing = null, value = "x";

        absent.HasValue.ShouldBeFalse();
        nothing.HasValue.ShouldBeTrue();
        nothing.Value.ShouldBeNull();
        value.Value.ShouldBe("x");
        (absent == Optional<string?>.None).ShouldBeTrue();
        (absent != nothing).ShouldBeTrue();
        (value == "x").ShouldBeTrue();
        absent.GetValueOrDefault().ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => absent.Value);
        new HashSet<Optional<int>> { default, 0, 0 }.Count.ShouldBe(2);
        value.ToString().ShouldBe("x");
    }
}
