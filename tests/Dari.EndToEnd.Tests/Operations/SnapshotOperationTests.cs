using Dari.Snapshots;
using Xunit.Abstractions;

namespace Dari.EndToEnd.Tests.Operations;

[Collection(EmulatorCollection.Name)]
public sealed class SnapshotOperationTests(EmulatorFixture fixture, ITestOutputHelper output)
{
    public static TheoryData<string> Operations => new(SnapshotCalls.All.Select(call => call.OperationId));

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Operation_succeeds(string operationId) =>
        OperationRun.Succeeds(fixture.Emulator, "snapshot", Call(operationId), new SnapshotWorld(fixture), fixture.Snapshot);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Operation_gives_a_typed_error(string operationId) =>
        OperationRun.Fails(fixture.Emulator, "snapshot", Call(operationId), new SnapshotWorld(fixture), fixture.RefusedSnapshot);

    [Fact]
    public void Every_operation_of_the_document_is_called()
    {
        string[] declared = fixture.Emulator.Operations.Where(one => one.Service == "snapshot").Select(one => one.OperationId).Order().ToArray();

        Assert.Equal(declared, SnapshotCalls.All.Select(call => call.OperationId).Order());
        output.WriteLine($"snapshot: {SnapshotCalls.All.Count} of {declared.Length} operations called");
    }

    private static OperationCall<SnapshotWorld, SnapshotClient> Call(string operationId) =>
        SnapshotCalls.All.Single(call => call.OperationId == operationId);
}
