namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Nothing of the document is left unanswered.</summary>
public sealed class CoverageTests
{
    [Fact]
    public async Task Every_operation_has_a_handler()
    {
        await using var fixture = await SandboxFixture.StartAsync();

        fixture.Emulator.Operations.Count(operation => operation.Service == "sandbox").ShouldBeGreaterThan(80);
        fixture.Emulator.Unmapped.Where(name => name.StartsWith("sandbox ", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
