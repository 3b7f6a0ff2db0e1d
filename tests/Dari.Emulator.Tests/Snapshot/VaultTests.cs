using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class VaultTests
{
    private const string Secret = "s3cr3t-value";

    [Fact]
    public async Task A_value_is_never_shown_again()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        string vault = $"/v1/vaults/{(await service.PostAsync("/v1/vaults", new { name = "keys", description = "d" }))["id"]}";
        List<string> answers = [];

        JsonNode credential = await service.PostAsync(vault + "/credentials", new { name = "openai", value = Secret, credential_type = "api_key" });
        answers.Add(credential.ToJsonString());
        answers.Add((await service.PostAsync($"{vault}/credentials/{credential["id"]}/rotate", new { value = Secret + "2" })).ToJsonString());
        JsonNode duplicate = await service.PostAsync(vault + "/credentials", new { name = "openai", value = Secret }, HttpStatusCode.UnprocessableEntity);
        answers.Add(duplicate.ToJsonString());
        answers.Add((await service.PostAsync(vault + "/credentials", new { name = 1, value = Secret }, HttpStatusCode.UnprocessableEntity)).ToJsonString());
        answers.Add((await service.PostAsync(
            vault + "/services", new { host = "api.openai.com", auth_config = new { type = "bearer", token = "openai" } })).ToJsonString());
        foreach (string path in new[] { "/v1/vaults", vault + "/credentials", vault + "/services", "/v1/audit/events" })
        {
            answers.Add((await service.GetAsync(path)).ToJsonString());
        }

        answers.ShouldAllBe(static answer => !answer.Contains(Secret));
        JsonNode listed = (await service.GetAsync(vault + "/credentials"))["credentials"]![0]!;
        listed["name"]!.GetValue<string>().ShouldBe("openai");
        listed["version"]!.GetValue<int>().ShouldBe(2);
        (await service.GetAsync(vault + "/services"))["services"]![0]!["auth_config"]!["token"]!.GetValue<string>().ShouldBe("openai");
    }

    [Theory]
    [InlineData("""{"type":"basic"}""", """["body","auth_config"]""", "union_tag_invalid")]
    [InlineData("{}", """["body","auth_config"]""", "union_tag_not_found")]
    [InlineData("""{"type":"api-key","header":"X"}""", """["body","auth_config","api-key","key"]""", "missing")]
    public async Task A_service_needs_a_known_way_to_sign(string auth, string location, string type)
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();
        JsonNode vault = await service.PostAsync("/v1/vaults", new { name = "keys" });

        JsonNode error = await service.PostAsync(
            $"/v1/vaults/{vault["id"]}/services", new { host = "h", auth_config = JsonNode.Parse(auth) }, HttpStatusCode.UnprocessableEntity);

        error["detail"]![0]!["loc"]!.ToJsonString().ShouldBe(location);
        error["detail"]![0]!["type"]!.GetValue<string>().ShouldBe(type);
    }
}
