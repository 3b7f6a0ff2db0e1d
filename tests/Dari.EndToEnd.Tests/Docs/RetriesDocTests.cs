using Dari.Agents;
using Dari.Emulator;
using Dari.Emulator.Faults;

namespace Dari.EndToEnd.Tests.Docs;

public sealed class RetriesDocTests
{
    [Fact]
    public async Task The_sample_of_the_page_gets_through_and_gives_up_as_it_says()
    {
        DocSample.ShouldBeIn("docs/retries.md");
        await using DariEmulator emulator = await DariEmulator.StartAsync();
        emulator.Faults.Add(new FaultRule { OperationId = "listAgents", Times = 3, Fault = new StatusFault { Status = 503 } });

        (int attempts, ApiException failure) = await ListAsync(emulator.DariUrl, emulator.DariApiKey);

        Assert.Equal(3, attempts);
        Assert.Equal(503, (int)failure.StatusCode);
    }

    private static async Task<(int Attempts, ApiException Failure)> ListAsync(Uri address, string key)
    {
        // sample
        using var client = new DariClient(new ClientOptions
        {
            BaseUrl = address,
            ApiKey = key,
            MaxRetries = 4,
            RetryDelay = TimeSpan.FromMilliseconds(20),
            Timeout = TimeSpan.FromSeconds(60),
        });

        var once = new RequestOptions { MaxRetries = 0 };
        ApiException failure = await Assert.ThrowsAsync<ApiException>(() => client.Agents.ListAsync(once));

        await client.Agents.ListAsync(RequestOptions.Capture(out ResponseMetadata response));
        Console.WriteLine($"{failure.StatusCode} at once, then {response.Attempts} attempts");
        // end
        return (response.Attempts, failure);
    }
}
