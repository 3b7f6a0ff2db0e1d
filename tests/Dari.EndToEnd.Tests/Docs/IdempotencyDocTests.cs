using Dari.Emulator;
using Dari.Idempotency;
using Dari.Sandboxes;

namespace Dari.EndToEnd.Tests.Docs;

public sealed class IdempotencyDocTests
{
    [Fact]
    public async Task The_sample_of_the_page_makes_one_sandbox_however_often_it_runs()
    {
        DocSample.ShouldBeIn("docs/idempotency.md");
        string stateFolder = Directory.CreateTempSubdirectory("dari-doc-").FullName;
        await using DariEmulator emulator = await DariEmulator.StartAsync();

        string first = await RunAsync(emulator, stateFolder);
        string second = await RunAsync(emulator, stateFolder);

        Assert.Equal(first, second);
        Assert.Single(emulator.Calls, call => call.OperationId == "createSandbox");
        Directory.Delete(stateFolder, recursive: true);
    }

    private static async Task<string> RunAsync(DariEmulator emulator, string stateFolder)
    {
        var options = new ClientOptions { BaseUrl = emulator.SandboxUrl, ApiKey = emulator.SandboxApiKey };

        // sample
        using var journal = new FileIdempotencyJournal(Path.Combine(stateFolder, "deploy.journal"));
        options.IdempotencyJournal = journal;
        using var client = new SandboxClient(options);

        var deploy = new RequestOptions { LogicalCall = "deploy-42" };
        CreatedSandbox sandbox = await client.Sandboxes.CreateAsync(new() { MemoryMb = 512 }, deploy);
        // end
        return sandbox.Id;
    }
}
