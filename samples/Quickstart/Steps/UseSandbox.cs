using System.Net;
using Dari;
using Dari.Polling;
using Dari.Sandboxes;

namespace Quickstart.Steps;

/// <summary>Creates a sandbox, brings a large file into it, and destroys it whatever happens.</summary>
internal sealed class UseSandbox(ISandboxClient client, StepLog log, TemporaryFolder folder)
{
    public async Task RunAsync()
    {
        CreatedSandbox sandbox = await log.RunAsync("Create a sandbox", CreateAsync);
        try
        {
            await log.RunAsync("Wait until it runs", step => WaitAsync(step, sandbox.Id));
            await new UploadInParts(client, log, folder).RunAsync(sandbox.Id);
        }
        finally
        {
            await log.CleanUpAsync("Destroy the sandbox", step => DestroyAsync(step, sandbox.Id));
        }
    }

    private async Task<CreatedSandbox> CreateAsync(Step step)
    {
        // The lifetime is a safety net: should this program die, the sandbox does not live on for long.
        var wanted = new CreateSandboxRequest { TimeoutMs = 600_000, TimeoutAction = TimeoutAction.Destroy };
        CreatedSandbox sandbox = await client.Sandboxes.CreateAsync(wanted, cancellationToken: step.Cancellation);
        step.Check(sandbox.Config is { Vcpus: > 0, MemoryMb: > 0 }, "the sandbox has no processor or no memory");
        step.Result = $"{sandbox.Id}, {sandbox.Config.Vcpus} vCPU, {sandbox.Config.MemoryMb} MiB";
        return sandbox;
    }

    private async Task WaitAsync(Step step, string sandboxId)
    {
        var poll = new PollOptions<Sandbox> { Interval = TimeSpan.FromMilliseconds(50), Progress = new Seen<Sandbox>(step) };
        Sandbox sandbox = await client.Sandboxes.WaitUntilRunningAsync(sandboxId, poll: poll, cancellationToken: step.Cancellation);
        step.Result = sandbox.Status.Value;
    }

    private async Task DestroyAsync(Step step, string sandboxId)
    {
        await client.Sandboxes.DestroyAsync(sandboxId, cancellationToken: step.Cancellation);
        step.Check(await IsGoneAsync(step, sandboxId), "the sandbox is still there");
        step.Result = sandboxId;
    }

    // Whether a destroyed sandbox can still be read is not documented.
    private async Task<bool> IsGoneAsync(Step step, string sandboxId)
    {
        try
        {
            Sandbox sandbox = await client.Sandboxes.GetAsync(sandboxId, cancellationToken: step.Cancellation);
            return sandbox.Status == SandboxStatus.Destroyed;
        }
        catch (ApiException failure) when (failure.StatusCode == HttpStatusCode.NotFound)
        {
            return true;
        }
    }
}
