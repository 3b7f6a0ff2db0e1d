using Dari.Emulator.Faults;
using Dari.Emulator.Storage;

namespace Dari.Emulator.Hosting;

/// <summary>What the host gives a service.</summary>
internal sealed class ServiceContext
{
    public required string Name { get; init; }

    public required EmulatorOptions Options { get; init; }

    public required KeyRing Keys { get; init; }

    /// <summary>The service's own folder, which exists.</summary>
    public required string Folder { get; init; }

    public required BackgroundWork Background { get; init; }

    public required EmulatorJournal Journal { get; init; }

    /// <summary>The store on another origin that takes uploads.</summary>
    public required UploadStore Uploads { get; init; }

    public required IRequestFaults Faults { get; init; }

    /// <summary>The service's address, without a slash at the end of the path; known once the host listens.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1/");

    public TimeProvider Clock => Options.Clock;

    public DateTimeOffset Now => Options.Clock.GetUtcNow();

    /// <summary>Starts work that goes on after the call.</summary>
    public void Run(Func<CancellationToken, Task> work) => Background.Run(Name, work);
}
