using Dari.Emulator;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>Makes one call and looks at what the emulator saw of it.</summary>
internal static class OperationRun
{
    /// <summary>The call succeeds, and it was this operation that answered it with a success.</summary>
    public static async Task Succeeds<TWorld, TClient>(
        DariEmulator emulator, string service, OperationCall<TWorld, TClient> call, TWorld world, TClient client)
    {
        Func<TClient, Task> act = await call.Arrange(world);
        int before = emulator.Calls.Count;

        await act(client);

        Assert.Contains(
            emulator.Calls.Skip(before),
            seen => seen.Service == service && seen.OperationId == call.OperationId && seen.Status is >= 100 and < 300);
        Assert.Empty(emulator.ContractViolations);
    }

    /// <summary>The call is refused with a declared status, and the error body arrives in its type.</summary>
    public static async Task Fails<TWorld, TClient>(
        DariEmulator emulator, string service, OperationCall<TWorld, TClient> call, TWorld world, TClient refused)
    {
        Func<Task> act = call.Fail is { } fail ? () => fail(world) : await Refused(call, world, refused);
        int before = emulator.Calls.Count;

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(act);

        Assert.True(error.GetType().IsGenericType, "The error body was not read into its type: " + error.Message);
        Assert.Contains(
            emulator.Calls.Skip(before),
            seen => seen.Service == service && seen.OperationId == call.OperationId && seen.Status == (int)error.StatusCode);
        Assert.Empty(emulator.ContractViolations);
    }

    private static async Task<Func<Task>> Refused<TWorld, TClient>(OperationCall<TWorld, TClient> call, TWorld world, TClient refused)
    {
        Func<TClient, Task> act = await call.Arrange(world);
        return () => act(refused);
    }
}
