using System.Text;
using Dari.Features.Oauth;

namespace Dari.Features;

/// <summary>Tokens are asked for where the document says, kept, and renewed; their secrets show nowhere.</summary>
public sealed class OAuthTests
{
    private const string Secret = "s3cr+t/&";

    [Fact]
    public async Task A_token_is_asked_for_once_with_the_scopes_of_the_document()
    {
        await using var server = new TokenServer();
        using TokensClient client = Client(server, Credential.ClientCredentials(App()));

        await client.Reports.ListAsync();
        await client.Reports.CreateAsync();

        LoopbackRequest asked = server.Asked.ShouldHaveSingleItem();
        asked.Text.ShouldBe("grant_type=client_credentials&scope=reports%3Aread%20reports%3Awrite");
        asked["Authorization"].ShouldBe("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("app:" + Uri.EscapeDataString(Secret))));
        server.Called.Select(request => request["Authorization"]).ShouldBe(["Bearer t1", "Bearer t1"]);
    }

    [Fact]
    public async Task A_token_may_come_packed()
    {
        await using var server = new TokenServer { Packs = true };
        using TokensClient client = Client(server, Credential.ClientCredentials(App()));

        await client.Reports.ListAsync();

        server.Called.Single()["Authorization"].ShouldBe("Bearer t1");
    }

    [Fact]
    public async Task However_many_calls_wait_one_token_is_asked_for()
    {
        await using var server = new TokenServer { Delay = TimeSpan.FromMilliseconds(100) };
        using TokensClient client = Client(server, Credential.ClientCredentials(App()));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Reports.ListAsync()));

        server.Asked.Count.ShouldBe(1);
        server.Called.Count.ShouldBe(20);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        await using var server = new TokenServer { Lifetime = 100 };
        var clock = new HandClock();
        using TokensClient client = Client(server, Credential.ClientCredentials(App()), clock);

        await client.Reports.ListAsync();
        clock.Passed = TimeSpan.FromSeconds(89);
        await client.Reports.ListAsync();
        clock.Passed = TimeSpan.FromSeconds(91);
        await client.Reports.ListAsync();

        server.Called.Select(request => request["Authorization"]).ShouldBe(["Bearer t1", "Bearer t1", "Bearer t2"]);
    }

    [Fact]
    public async Task A_token_that_the_service_refuses_is_not_kept()
    {
        await using var server = new TokenServer();
        var clock = new HandClock();
        using TokensClient client = Client(server, Credential.ClientCredentials(App()), clock);

        await client.Reports.ListAsync();
        clock.Passed = TimeSpan.FromMinutes(1);
        server.Refuses = true;
        await Should.ThrowAsync<ApiException>(() => client.Reports.ListAsync());
        server.Refuses = false;
        await client.Reports.ListAsync();

        server.Called[^1]["Authorization"].ShouldBe("Bearer t2");
    }

    [Fact]
    public async Task OpenID_Connect_says_where_and_how()
    {
        await using var server = new TokenServer { Methods = """["client_secret_post"]""" };
        ClientOptions options = server.Options;
        options.Credentials["oidc"] = Credential.ClientCredentials(App());
        using var client = new TokensClient(options);

        await client.Reports.GetMeAsync();
        await client.Reports.GetMeAsync();

        LoopbackRequest asked = server.Asked.ShouldHaveSingleItem();
        asked.Text.ShouldBe("grant_type=client_credentials&scope=openid&client_id=app&client_secret=" + Uri.EscapeDataString(Secret));
        asked["Authorization"].ShouldBeNull();
        server.Discovered.ShouldBe(1);
    }

    [Fact]
    public async Task A_refresh_token_is_replaced_by_the_one_that_comes()
    {
        await using var server = new TokenServer { Lifetime = 10, GivesRefreshTokens = true };
        var clock = new HandClock();
        var kept = new List<string>();
        var app = new OAuthClient { ClientId = "app", TokenUrl = new Uri(server.Url, "oauth/token"), Scopes = [] };
        Credential credential = Credential.RefreshToken(app, "r0", (token, _) =>
        {
            kept.Add(token);
            return default;
        });
        using TokensClient client = Client(server, credential, clock);

        await client.Reports.ListAsync();
        clock.Passed = TimeSpan.FromSeconds(10);
        await client.Reports.ListAsync();

        server.Asked.Select(request => request.Text).ShouldBe(
            ["grant_type=refresh_token&refresh_token=r0&client_id=app", "grant_type=refresh_token&refresh_token=r1&client_id=app"]);
        kept.ShouldBe(["r1", "r2"]);
    }

    [Fact]
    public async Task A_refusal_is_an_error_without_secrets()
    {
        await using var server = new TokenServer { Error = $$"""{"error":"invalid_client","error_description":"no {{Secret}} here"}""" };
        using TokensClient client = Client(server, Credential.ClientCredentials(App()));

        OAuthException error = await Should.ThrowAsync<OAuthException>(() => client.Reports.ListAsync());

        error.Error.ShouldBe("invalid_client");
        error.Message.ShouldContain("invalid_client (no [redacted] here)");
        error.ToString().ShouldNotContain(Secret);
        Credential.ClientCredentials(App()).ToString().ShouldBe("OAuth client app [asked for]");
        server.Called.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_may_answer_later_is_asked_again()
    {
        await using var server = new TokenServer { Failures = 1 };
        ClientOptions options = server.Options;
        options.MaxRetries = 2;
        options.RetryDelay = TimeSpan.Zero;
        options.Credentials["oauth"] = Credential.ClientCredentials(App());
        using var client = new TokensClient(options);

        await client.Reports.ListAsync();

        server.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public void A_scheme_without_an_address_needs_one()
    {
        var options = new ClientOptions();
        options.Credentials["implicit"] = Credential.ClientCredentials(App());

        Should.Throw<InvalidOperationException>(() => new TokensClient(options)).Message
            .ShouldBe("The security scheme \"implicit\" does not say where tokens are given: set OAuthClient.TokenUrl.");
    }

    [Fact]
    public async Task Secrets_travel_over_https_only()
    {
        var options = new ClientOptions();
        var app = new OAuthClient { ClientId = "app", ClientSecret = Secret, TokenUrl = new Uri("http://auth.example.com/token") };
        options.Credentials["oauth"] = Credential.ClientCredentials(app);
        using var client = new TokensClient(options);

        (await Should.ThrowAsync<InvalidOperationException>(() => client.Reports.ListAsync())).Message.ShouldStartWith("A secret would be sent to auth.example.com");
    }

    private static OAuthClient App() => new() { ClientId = "app", ClientSecret = Secret };

    private static TokensClient Client(TokenServer server, Credential credential, TimeProvider? clock = null)
    {
        ClientOptions options = server.Options;
        options.Credentials["oauth"] = credential;
        options.TimeProvider = clock ?? TimeProvider.System;
        return new TokensClient(options);
    }
}
