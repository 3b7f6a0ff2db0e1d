using Dari.Cli.Output;

namespace Dari.Cli.Tests;

/// <summary>The exit codes of the sandbox's own command.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(1, "unknown", "cli_error", "unreachable", "server_error", "warm_pool_unavailable")]
    [InlineData(2, "invalid_request", "invalid_fields", "invalid_path", "invalid_address")]
    [InlineData(3, "not_found", "sandbox_not_found", "template_build_not_found")]
    [InlineData(4, "unauthenticated", "unauthorized", "missing_api_key")]
    [InlineData(5, "forbidden", "permission_denied", "volume_read_only", "file_permission_denied")]
    [InlineData(6, "capacity_exceeded", "file_upload_limit_exceeded", "quota_exceeded", "rate_limit_exceeded", "volume_limit_exceeded", "volume_quota_exceeded")]
    [InlineData(7, "conflict", "incompatible_snapshot", "rebuild_required", "sandbox_not_ready", "snapshot_in_use", "upload_conflict", "volume_busy")]
    [InlineData(8, "exec_failed", "exec_timeout", "timeout")]
    public void A_code_has_an_exit_code(int exitCode, params string[] codes) =>
        codes.Select(ExitCode.OfSandbox).ShouldAllBe(found => found == exitCode);
}
