using System.Net;
using System.Text.Json.Nodes;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests;

/// <summary><c>dari emulator</c>.</summary>
public sealed class EmulatorTests
{
    [UnixFact]
    public async Task It_serves_the_apis_with_faults_until_ctrl_c()
    {
        using var surroundings = new Surroundings();
        surroundings.Variables["DARI_API_KEY"] = "dari_mine";
        string faults = surroundings.Write("faults.json", """[{ "operationId": "listAgents", "fault": { "kind": "status", "status": 503 } }]""");
        using DariProcess emulator = DariProcess.Start(surroundings, "emulator", "--faults", faults, "--faults", "ADMIN", "--json");
        await emulator.UntilAsync(() => emulator.Output.EndsWith("}\n", StringComparison.Ordinal));
        JsonObject told = JsonNode.Parse(emulator.Output)!.AsObject();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", told["dari"]!["api_key"]!.GetValue<string>());

        HttpStatusCode first = (await http.GetAsync($"{told["dari"]!["url"]}/v1/agents")).StatusCode;
        HttpStatusCode second = (await http.GetAsync($"{told["dari"]!["url"]}/v1/agents")).StatusCode;
        JsonArray rules = JsonNode.Parse(await http.GetStringAsync($"{told["faults"]!["url"]}/faults"))!.AsArray();
        emulator.Interrupt();
        DariResult result = await emulator.EndAsync();

        (first, second).ShouldBe((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK));
        rules.ShouldHaveSingleItem()!["fired"]!.GetValue<int>().ShouldBe(1);
        told["dari"]!["api_key"]!.GetValue<string>().ShouldBe("dari_mine");
        told["sandbox"]!["api_key"]!.GetValue<string>().ShouldStartWith("ns_live_");
        result.ShouldEndWith(0).ShouldBePlain();
        Directory.EnumerateFileSystemEntries(surroundings.Temporary).ShouldBeEmpty();
    }

    [UnixFact]
    public async Task It_prints_variables_that_a_shell_can_read()
    {
        using var surroundings = new Surroundings();
        using DariProcess emulator = DariProcess.Start(surroundings, "emulator");
        await emulator.UntilAsync(() => emulator.Error.Contains("Ctrl-C", StringComparison.Ordinal));

        emulator.Interrupt();
        DariResult result = (await emulator.EndAsync()).ShouldEndWith(0);

        result.Output.TrimEnd().Split('\n').Select(static line => line.Split('=')[0]).ShouldBe(
            ["DARI_API_URL", "DARI_API_KEY", "NULLSPACE_API_URL", "NULLSPACE_API_KEY", "INSTAVM_BASE_URL", "INSTAVM_API_KEY"]);
    }

    [Theory]
    [InlineData("""{ "operationId": "listAgent", "fault": { "kind": "reset" } }""", "There is no operation 'listAgent'")]
    [InlineData("{", "faults.json: This is not a fault rule")]
    public async Task Faults_without_a_meaning_are_refused(string rules, string problem)
    {
        using var surroundings = new Surroundings();
        string faults = surroundings.Write("faults.json", rules);

        DariResult result = await DariProcess.RunAsync(surroundings, "emulator", "--faults", faults);

        result.ShouldEndWith(1).Error.ShouldContain(problem);
        Directory.EnumerateFileSystemEntries(surroundings.Temporary).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_failure()
    {
        using var surroundings = new Surroundings();
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        DariResult result = await DariProcess.RunAsync(surroundings, "emulator", "--sandbox-port", $"{port}");

        result.ShouldEndWith(1).Error.ShouldContain($"{port}");
        (await DariProcess.RunAsync(surroundings, "emulator", "--dari-port", "70000")).ShouldEndWith(1).Error.ShouldContain("between 0 and 65535");
    }
}
