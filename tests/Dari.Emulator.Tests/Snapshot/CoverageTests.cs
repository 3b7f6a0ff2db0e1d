namespace Dari.Emulator.Tests.Snapshot;

public sealed class CoverageTests
{
    [Fact]
    public async Task Every_operation_of_the_document_has_a_handler()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync();

        emulator.Unmapped.Where(static operation => operation.StartsWith("snapshot ", StringComparison.Ordinal)).ShouldBeEmpty();
        emulator.Operations.Count(static operation => operation.Service == "snapshot").ShouldBe(71);
    }
}
