using Dari.Agents;
using Xunit.Abstractions;

namespace Dari.EndToEnd.Tests.Operations;

[Collection(EmulatorCollection.Name)]
public sealed class DariOperationTests(EmulatorFixture fixture, ITestOutputHelper output)
{
    public static TheoryData<string> Operations => new(DariCalls.All.Select(call => call.OperationId));

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Operation_succeeds(string operationId) =>
        OperationRun.Succeeds(fixture.Emulator, "dari", Call(operationId), new DariWorld(fixture), fixture.Dari);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Operation_gives_a_typed_error(string operationId) =>
        OperationRun.Fails(fixture.Emulator, "dari", Call(operationId), new DariWorld(fixture), fixture.RefusedDari);

    [Fact]
    public void Every_operation_of_the_document_is_called()
    {
        string[] declared = fixture.Emulator.Operations.Where(one => one.Service == "dari").Select(one => one.OperationId).Order().ToArray();

        Assert.Equal(declared, DariCalls.All.Select(call => call.OperationId).Order());
        output.WriteLine($"dari: {DariCalls.All.Count} of {declared.Length} operations called");
    }

    private static OperationCall<DariWorld, DariClient> Call(string operationId) =>
        DariCalls.All.Single(call => call.OperationId == operationId);
}
