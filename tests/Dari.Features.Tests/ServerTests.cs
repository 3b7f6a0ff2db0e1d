using Dari.Features.Servers;

namespace Dari.Features;

/// <summary>Which of its servers a client calls.</summary>
public sealed class ServerTests
{
    [Fact]
    public void Addresses_are_made_of_their_variables()
    {
        ServersClientServers.Production().ShouldBe(new Uri("https://eu.example.com:443/v1"));
        ServersClientServers.Production(region: "us", port: "8443").ShouldBe(new Uri("https://us.example.com:8443/v1"));
        ServersClientServers.Sandbox().ShouldBe(new Uri("https://sandbox.example.com/v1"));
    }

    [Fact]
    public async Task The_one_that_is_given_is_called_also_where_an_operation_has_its_own()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new ServersClient(exchange.Options);

        await client.Ping.PingAsync();
        await client.Ping.ListFilesAsync();

        exchange.Requests.Select(request => request.Target).ShouldBe(["/ping", "/files"]);
    }
}
