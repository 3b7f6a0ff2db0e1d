using Microsoft.Extensions.Hosting;

namespace Dari.Emulator.Hosting;

/// <summary>Leaves the process's signals to the program that the emulator is embedded in.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
