using Dari.Emulator;
using Dari.Sandboxes;

namespace Dari.EndToEnd.Tests.Docs;

public sealed class PagingDocTests
{
    [Fact]
    public async Task The_sample_of_the_page_lists_what_stands_on_all_pages()
    {
        DocSample.ShouldBeIn("docs/paging.md");
        await using DariEmulator emulator = await DariEmulator.StartAsync();
        using var client = new SandboxClient(new ClientOptions { BaseUrl = emulator.SandboxUrl, ApiKey = emulator.SandboxApiKey });
        string[] names = [.. Enumerable.Range(0, 5).Select(static number => $"job-{number}")];
        foreach (string name in names)
        {
            await client.AgentDeployments.CreateAsync(new CreateAgentDeploymentRequest { Name = name, Mode = AgentMode.Job });
        }

        Assert.Equal(names, (await ListAsync(client)).Order());
        Assert.Equal(3, emulator.Calls.Count(static call => call.OperationId == "listAgentDeployments"));
    }

    [Fact]
    public async Task Sandboxes_have_pages_by_x_pagination()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync();
        using var client = new SandboxClient(new ClientOptions { BaseUrl = emulator.SandboxUrl, ApiKey = emulator.SandboxApiKey });
        var made = new List<string>();
        for (int i = 0; i < 3; i++)
        {
            made.Add((await client.Sandboxes.CreateAsync(new CreateSandboxRequest())).Id);
        }

        var paged = new List<string>();
        await foreach (Sandbox sandbox in client.Sandboxes.ListAllAsync(new ListSandboxesQuery { Limit = 2 }))
        {
            paged.Add(sandbox.Id);
        }

        var bare = new List<string>();
        await foreach (Sandbox sandbox in client.Sandboxes.ListAllAsync())
        {
            bare.Add(sandbox.Id);
        }

        Assert.Equal(made.Order(), paged.Order());
        Assert.Equal(made.Order(), bare.Order());
    }

    private static async Task<List<string>> ListAsync(SandboxClient client)
    {
        var names = new List<string>();

        // sample
        await foreach (AgentDeployment deployment in client.AgentDeployments.ListAllAsync(limit: 2))
        {
            names.Add(deployment.Name);
        }
        // end

        return names;
    }
}
