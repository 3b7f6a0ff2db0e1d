using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class SshKeyTests
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f me@home";

    [Fact]
    public async Task A_key_is_added_once_and_removed()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();

        JsonNode added = await service.PostAsync("/v1/ssh-keys", new { public_key = Key });
        added["fingerprint"]!.GetValue<string>().ShouldStartWith("SHA256:");
        await service.PostAsync("/v1/ssh-keys", new { public_key = Key }, HttpStatusCode.UnprocessableEntity);
        await service.DeleteAsync($"/v1/ssh-keys/{added["id"]}");
        await service.DeleteAsync($"/v1/ssh-keys/{added["id"]}", HttpStatusCode.NotFound);
        await service.PostAsync("/v1/ssh-keys", new { public_key = Key });
    }

    [Theory]
    [InlineData("")]
    [InlineData("ssh-ed25519 not-base64")]
    [InlineData("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f")]
    public async Task What_is_no_key_is_refused(string text)
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();

        await service.PostAsync("/v1/ssh-keys", new { public_key = text }, HttpStatusCode.UnprocessableEntity);
    }
}
