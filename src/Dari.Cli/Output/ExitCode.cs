namespace Dari.Cli.Output;

/// <summary>
/// The exit codes of the two services' own commands: Dari's knows success and failure, the sandbox's tells failures
/// apart.
/// </summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int Interrupted = 130;

    public static int OfDari(string code) => code.Length == 0 ? Ok : Failed;

    public static int OfSandbox(string code) => code switch
    {
        "unauthenticated" or "unauthorized" or "missing_api_key" => 4,
        "conflict" or "incompatible_snapshot" or "rebuild_required" or "sandbox_not_ready" or "snapshot_in_use" or "volume_busy" => 7,
        "exec_failed" or "exec_timeout" or "timeout" => 8,
        _ when code.StartsWith("invalid_", StringComparison.Ordinal) => Usage,
        _ when code.EndsWith("not_found", StringComparison.Ordinal) => 3,
        "forbidden" or "volume_read_only" => 5,
        _ when code.EndsWith("permission_denied", StringComparison.Ordinal) => 5,
        "capacity_exceeded" or "file_upload_limit_exceeded" or "volume_limit_exceeded" => 6,
        _ when code.Contains("quota", StringComparison.Ordinal) || code.Contains("rate_limit", StringComparison.Ordinal) => 6,
        _ when code.EndsWith("_conflict", StringComparison.Ordinal) => 7,
        _ => Failed,
    };
}
