using System.Text;
using Dari.Features.Security;

namespace Dari.Features;

/// <summary>Each operation carries the credentials that the document asks for, and no others.</summary>
public sealed class SecurityTests
{
    [Fact]
    public async Task Credentials_go_where_the_document_says()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new SecurityClient(Options(exchange));

        await client.Calls.BearerAsync();
        await client.Calls.BasicAsync();
        await client.Calls.HeaderAsync();
        await client.Calls.QueryAsync();
        await client.Calls.BothAsync();
        await client.Calls.NoneAsync();

        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("user:pass"));
        exchange.Requests.Select(request => $"{request.Target} {request["Authorization"]} {request["X-Key"]}").ShouldBe(
        [
            "/bearer Bearer b1 ", $"/basic Basic {basic} ", "/header  h1", "/query?key=q1  ", "/both?key=q1  h1", "/none  ",
        ]);
    }

    [Fact]
    public async Task Of_alternatives_the_first_that_there_is_a_credential_for_is_taken()
    {
        await using Exchange exchange = Exchange.With(204);
        ClientOptions options = exchange.Options;
        options.Credentials["bearer"] = Credential.Bearer("b1");
        using var client = new SecurityClient(options);

        await client.Calls.EitherAsync();

        exchange.Request["Authorization"].ShouldBe("Bearer b1");
    }

    private static ClientOptions Options(Exchange exchange)
    {
        ClientOptions options = exchange.Options;
        options.Credentials["bearer"] = Credential.Bearer("b1");
        options.Credentials["basic"] = Credential.Basic("user", "pass");
        options.Credentials["header"] = Credential.ApiKey("h1");
        options.Credentials["query"] = Credential.ApiKey("q1");
        return options;
    }
}
