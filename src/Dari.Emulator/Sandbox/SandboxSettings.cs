using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Uploads;

namespace Dari.Emulator.Sandbox;

/// <summary>What all parts of the service share: its options, its clock and its folder.</summary>
internal sealed class SandboxSettings(ServiceContext context)
{
    /// <summary>Options of the whole emulator.</summary>
    public EmulatorOptions Options => context.Options;

    /// <summary>Options of this service.</summary>
    public SandboxOptions Sandbox => context.Options.Sandbox;

    /// <summary>Clock behind every time and expiry.</summary>
    public TimeProvider Clock => context.Clock;

    /// <summary>Folder of the host with all bytes of the service.</summary>
    public string Folder => context.Folder;

    /// <summary>Address of the service, as the caller of now reaches it.</summary>
    public Uri Url => context.Url;

    /// <summary>Starts work that goes on after the call, until the emulator stops.</summary>
    public void Run(Func<CancellationToken, Task> work) => context.Run(work);

    /// <summary>The uploads of a sandbox or a volume.</summary>
    public UploadDesk Uploads(UploadDestination destination, bool isVolume) => new(
        destination,
        new UploadLimits(
            Options.UploadMaxBytes,
            Options.UploadPartSize,
            Options.UploadMaxConcurrency,
            isVolume ? null : Sandbox.StagingQuotaBytes,
            isVolume ? Sandbox.StagingQuotaBytes : null),
        Options.UploadLifetime,
        Clock);
}
