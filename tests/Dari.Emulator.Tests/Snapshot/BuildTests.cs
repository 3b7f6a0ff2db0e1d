using System.Net;
using System.Text.Json.Nodes;
using Dari.Emulator.Tests.Dari;

namespace Dari.Emulator.Tests.Snapshot;

public sealed class BuildTests
{
    private static readonly EmulatorOptions Slow = new() { BuildDuration = TimeSpan.FromMinutes(9) };

    [Fact]
    public async Task A_build_goes_from_pending_over_building_to_ready_by_the_clock()
    {
        var clock = new ShiftedClock();
        await using SnapshotFixture service = await SnapshotFixture.StartAsync(Slow with { Clock = clock });

        JsonNode created = await service.PostAsync(
            "/v1/snapshots",
            new { oci_image = "python:3.12-slim", name = "base", memory_mb = 1024, build_args = new { disk_size_gb = 3, extra_pip_packages = "numpy pandas" } },
            HttpStatusCode.Created);
        string path = $"/v1/snapshots/{created["id"]}";

        created["status"]!.GetValue<string>().ShouldBe("pending");
        created["size_bytes"]!.GetValue<long>().ShouldBe(0);
        clock.Shift = TimeSpan.FromMinutes(5);
        (await service.GetAsync(path))["status"]!.GetValue<string>().ShouldBe("building");
        clock.Shift = TimeSpan.FromMinutes(10);
        JsonNode ready = await service.GetAsync(path);
        ready["status"]!.GetValue<string>().ShouldBe("ready");
        ready["last_error"].ShouldBeNull();
        ready["size_bytes"]!.GetValue<long>().ShouldBeGreaterThan(0);
        ready["memory_mb"]!.GetValue<int>().ShouldBe(1024);
        ready["vcpu_count"]!.GetValue<int>().ShouldBe(2);
        ready["updated_at"]!.GetValue<string>().ShouldNotBe(ready["created_at"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("example.com/team/large-model:1", 4, "at least 8 GB")]
    [InlineData("example.com/team/fail", null, "pull")]
    [InlineData("", null, "pull")]
    public async Task A_build_that_cannot_work_fails_and_says_why(string image, int? disk, string error)
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync(new() { BuildDuration = TimeSpan.Zero });

        JsonNode created = await service.PostAsync(
            "/v1/snapshots", new { oci_image = image, build_args = new { disk_size_gb = disk } }, HttpStatusCode.Created);
        JsonNode failed = await service.GetAsync($"/v1/snapshots/{created["id"]}");

        failed["status"]!.GetValue<string>().ShouldBe("failed");
        failed["last_error"]!.GetValue<string>().ShouldContain(error);
        failed["size_bytes"]!.GetValue<long>().ShouldBe(0);
    }

    [Fact]
    public async Task A_large_image_on_a_large_disk_is_built()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync(new() { BuildDuration = TimeSpan.Zero });

        JsonNode created = await service.PostAsync(
            "/v1/snapshots", new { oci_image = "large", build_args = new { disk_size_gb = 8 } }, HttpStatusCode.Created);

        (await service.GetAsync($"/v1/snapshots/{created["id"]}"))["status"]!.GetValue<string>().ShouldBe("ready");
    }

    [Theory]
    [InlineData("{}", """["body","oci_image"]""", "missing", "Field required")]
    [InlineData("""{"oci_image":"a","vcpu_count":0}""", """["body","vcpu_count"]""", "greater_than_equal", "Input should be greater than or equal to 1")]
    [InlineData("""{"oci_image":"a","memory_mb":8193}""", """["body","memory_mb"]""", "less_than_equal", "Input should be less than or equal to 8192")]
    [InlineData("""{"oci_image":"a","vcpu_count":null}""", """["body","vcpu_count"]""", "int_type", "Input should be a valid integer")]
    [InlineData("""{"oci_image":"a","vcpu_count":"x"}""", """["body","vcpu_count"]""", "int_parsing", "Input should be a valid integer, unable to parse string as an integer")]
    [InlineData("""{"oci_image":"a","vcpu_count":1.5}""", """["body","vcpu_count"]""", "int_from_float", "Input should be a valid integer, got a number with a fractional part")]
    [InlineData("""{"oci_image":7}""", """["body","oci_image"]""", "string_type", "Input should be a valid string")]
    [InlineData("""{"oci_image":"a","type":"root"}""", """["body","type"]""", "string_pattern_mismatch", "String should match pattern '^(user|system)$'")]
    [InlineData("""{"oci_image":"a","build_args":{"disk_size_gb":17}}""", """["body","build_args","disk_size_gb"]""", "less_than_equal", "Input should be less than or equal to 16")]
    [InlineData("""{"oci_image":"a","build_args":{"envs":{"a/b":1}}}""", """["body","build_args","envs","a/b"]""", "string_type", "Input should be a valid string")]
    [InlineData("""{"oci_image":"a","build_args":[]}""", """["body","build_args"]""", "model_attributes_type", "Input should be a valid dictionary or object to extract fields from")]
    [InlineData("{", """["body"]""", "json_invalid", "JSON decode error")]
    public async Task What_is_wrong_is_said_as_FastAPI_says_it(string body, string location, string type, string message)
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();

        JsonNode error = await service.PostAsync(
            "/v1/snapshots", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), HttpStatusCode.UnprocessableEntity);

        JsonNode only = ((JsonArray)error["detail"]!).ShouldHaveSingleItem()!;
        only["loc"]!.ToJsonString().ShouldBe(location);
        only["type"]!.GetValue<string>().ShouldBe(type);
        only["msg"]!.GetValue<string>().ShouldBe(message);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync();

        JsonNode error = await service.PostAsync("/v1/snapshots", new { vcpu_count = 9, type = "x" }, HttpStatusCode.UnprocessableEntity);

        ((JsonArray)error["detail"]!).Select(static one => one!["type"]!.GetValue<string>())
            .ShouldBe(["missing", "less_than_equal", "string_pattern_mismatch"]);
    }

    [Fact]
    public async Task Snapshots_are_listed_until_they_are_deleted()
    {
        await using SnapshotFixture service = await SnapshotFixture.StartAsync(Slow);
        string first = (await service.PostAsync("/v1/snapshots", new { oci_image = "a" }, HttpStatusCode.Created))["id"]!.GetValue<string>();
        string second = (await service.PostAsync("/v1/snapshots", new { oci_image = "b", type = "system" }, HttpStatusCode.Created))["id"]!.GetValue<string>();

        await service.DeleteAsync($"/v1/snapshots/{first}");

        ((JsonArray)await service.GetAsync("/v1/snapshots")).Select(static one => one!["id"]!.GetValue<string>()).ShouldBe([second]);
        await service.GetAsync($"/v1/snapshots/{first}", HttpStatusCode.NotFound);
        await service.DeleteAsync($"/v1/snapshots/{first}", HttpStatusCode.NotFound);
    }
}
