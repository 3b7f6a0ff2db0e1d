using System.Text.RegularExpressions;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Maps operations to handlers that get the caller's account.</summary>
internal sealed class SandboxRoutes(OperationRoutes routes, SandboxWorld world)
{
    /// <summary>All organizations.</summary>
    public SandboxWorld World { get; } = world;

    /// <summary>Maps an operation that has to wait for something.</summary>
    public void Map(string operationId, Func<Call, SandboxAccount, Task<Reply>> handler) =>
        routes.Map(operationId, call => AnswerAsync(call, handler));

    /// <summary>Maps an operation.</summary>
    public void Map(string operationId, Func<Call, SandboxAccount, Reply> handler) =>
        Map(operationId, (call, account) => Task.FromResult(handler(call, account)));

    /// <summary>Maps an operation that needs no key; a permission in the request says who answers.</summary>
    public void MapOpen(string operationId, Func<Call, Task<Reply>> handler) =>
        Map(operationId, (call, _) => handler(call));

    private async Task<Reply> AnswerAsync(Call call, Func<Call, SandboxAccount, Task<Reply>> handler)
    {
        try
        {
            return await handler(call, World.Account(call.Caller));
        }
        catch (ServiceFault fault) when (fault.Status == 422 && call.Operation.Response(422) is null)
        {
            // Operations without a body declare no 422; the same mistake in a path or query is a 400.
            throw new ServiceFault(400, "invalid_request", fault.Message) { Details = fault.Details };
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Another call removed the file or its sandbox between two looks at it.
            throw SandboxFault.NotFound("The file is gone.");
        }
        catch (PathTooLongException)
        {
            throw SandboxFault.Invalid("The path is too long.");
        }
        catch (RegexMatchTimeoutException)
        {
            throw SandboxFault.Fields("The pattern takes too long to match.");
        }
    }
}
