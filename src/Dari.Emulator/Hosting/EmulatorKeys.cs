namespace Dari.Emulator.Hosting;

/// <summary>The keys that were not given.</summary>
internal static class EmulatorKeys
{
    public static EmulatorOptions Complete(EmulatorOptions options) => options with
    {
        DariApiKey = options.DariApiKey ?? Ids.Secret("dari_"),
        SandboxApiKey = options.SandboxApiKey ?? Ids.Secret("ns_live_"),
        SandboxAccountToken = options.SandboxAccountToken ?? Ids.Secret("account_"),
        SnapshotApiKey = options.SnapshotApiKey ?? Ids.Secret("instavm_sk_"),
        ForeignApiKeys = options.ForeignApiKeys is { Count: > 0 } given ? given : [Ids.Secret("foreign_")],
    };
}
