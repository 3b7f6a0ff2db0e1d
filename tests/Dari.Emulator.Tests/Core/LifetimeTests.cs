using System.Net;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Tests.Core;

public sealed class LifetimeTests
{
    [Fact]
    public async Task Disposing_stops_the_services_and_removes_the_folder()
    {
        string root = Directory.CreateTempSubdirectory("emulator-tests-").FullName;
        DariEmulator emulator = await DariEmulator.StartAsync(new EmulatorOptions { Root = root });
        Directory.GetDirectories(root).ShouldBe([emulator.DataFolder]);

        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        Directory.GetFileSystemEntries(root).ShouldBeEmpty();
        using var http = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(emulator.DariUrl));
        Directory.Delete(root);
    }

    [Fact]
    public async Task A_failed_start_leaves_nothing_behind()
    {
        string root = Directory.CreateTempSubdirectory("emulator-tests-").FullName;

        await Should.ThrowAsync<InvalidOperationException>(() => EmulatorRuntime.StartAsync(
            EmulatorKeys.Complete(new EmulatorOptions { Root = root }),
            [new ServiceEntry("orders", static _ => "k", static _ => 0, static _ => throw new InvalidOperationException("broken"))],
            CancellationToken.None));

        Directory.GetFileSystemEntries(root).ShouldBeEmpty();
        Directory.Delete(root);
    }

    [Fact]
    public async Task Two_emulators_run_side_by_side_with_keys_of_their_own()
    {
        await using DariEmulator one = await DariEmulator.StartAsync();
        await using DariEmulator two = await DariEmulator.StartAsync();

        new[] { one.DariUrl, one.SandboxUrl, one.SnapshotUrl, one.StorageUrl, two.DariUrl, two.SandboxUrl, two.SnapshotUrl, two.StorageUrl }
            .Distinct().Count().ShouldBe(8);
        (await StatusAsync(one.DariUrl, one.DariApiKey)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(two.DariUrl, one.DariApiKey)).ShouldBe(HttpStatusCode.Unauthorized);
        two.Calls.ShouldBe([new RecordedCall("dari", "listAgents", 401)]);
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri url, string key)
    {
        using var http = new HttpClient { BaseAddress = url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using HttpResponseMessage response = await http.GetAsync("/v1/agents");
        return response.StatusCode;
    }
}
