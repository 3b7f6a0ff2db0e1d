using Dari.Sandboxes;
using Xunit.Abstractions;

namespace Dari.EndToEnd.Tests.Operations;

[Collection(EmulatorCollection.Name)]
public sealed class SandboxOperationTests(EmulatorFixture fixture, ITestOutputHelper output)
{
    public static TheoryData<string> Operations => new(SandboxCalls.All.Select(call => call.OperationId));

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Operation_succeeds(string operationId) =>
        OperationRun.Succeeds(fixture.Emulator, "sandbox", Call(operationId), new SandboxWorld(fixture), fixture.Sandbox);

    [Theory]
    [MemberData(nameof(Operations))]
    public Task Operation_gives_a_typed_error(string operationId) =>
        OperationRun.Fails(fixture.Emulator, "sandbox", Call(operationId), new SandboxWorld(fixture), fixture.RefusedSandbox);

    [Fact]
    public void Every_operation_of_the_document_is_called()
    {
        string[] declared = fixture.Emulator.Operations.Where(one => one.Service == "sandbox").Select(one => one.OperationId).Order().ToArray();

        Assert.Equal(declared, SandboxCalls.All.Select(call => call.OperationId).Order());
        output.WriteLine($"sandbox: {SandboxCalls.All.Count} of {declared.Length} operations called");
    }

    private static OperationCall<SandboxWorld, SandboxClient> Call(string operationId) =>
        SandboxCalls.All.Single(call => call.OperationId == operationId);
}
