using System.Net;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Tests.Core;

public sealed class KeyTests
{
    [Fact]
    public void A_key_for_one_scheme_opens_that_scheme_alone()
    {
        var keys = new KeyRing();
        keys.Add("general", "org_a");
        keys.Add("account", "org_b", "accountToken");

        keys.Find("bearer", "general")!.Organization.ShouldBe("org_a");
        keys.Find("accountToken", "account")!.Organization.ShouldBe("org_b");
        keys.Find("bearer", "account").ShouldBeNull();
        keys.Find("accountToken", "general").ShouldBeNull();
        keys.Find("bearer", "General").ShouldBeNull();
        keys.Remove("general");
        keys.Find("bearer", "general").ShouldBeNull();
    }

    [Fact]
    public async Task Given_keys_are_used_and_a_foreign_key_is_another_organization()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync(new EmulatorOptions { DariApiKey = "dari_mine", ForeignApiKeys = ["dari_theirs"] });

        emulator.DariApiKey.ShouldBe("dari_mine");
        emulator.ForeignApiKey.ShouldBe("dari_theirs");
        foreach ((string key, HttpStatusCode expected) in new[]
        {
            ("dari_mine", HttpStatusCode.OK), ("dari_theirs", HttpStatusCode.OK), ("dari_none", HttpStatusCode.Unauthorized),
        })
        {
            using var http = new HttpClient { BaseAddress = emulator.DariUrl };
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
            using HttpResponseMessage response = await http.GetAsync("/v1/agents");
            response.StatusCode.ShouldBe(expected);
        }
    }

    [Fact]
    public void A_caller_s_text_does_not_show_the_key() => new Caller("org_a", "dari_secret").ToString().ShouldNotContain("dari_secret");

    [Fact]
    public async Task Http_2_is_spoken_with_prior_knowledge()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync(new EmulatorOptions { UseHttp2 = true });
        using var http = new HttpClient
        {
            BaseAddress = emulator.DariUrl,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        http.DefaultRequestHeaders.Authorization = new("Bearer", emulator.DariApiKey);

        using HttpResponseMessage response = await http.GetAsync("/v1/agents");

        response.Version.ShouldBe(HttpVersion.Version20);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
