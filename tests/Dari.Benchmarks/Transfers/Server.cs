using System.Diagnostics;
using Dari.Benchmarks.Processes;
using Dari.Emulator;

namespace Dari.Benchmarks.Transfers;

/// <summary>The emulator in a process of its own, so that its work is not taken for a client's.</summary>
internal sealed class Server : IDisposable
{
    public const string Work = "emulator";

    private readonly Process _process;

    private Server(Process process, Uri url, string key) => (_process, Url, Key) = (process, url, key);

    public Uri Url { get; }

    public string Key { get; }

    public static Server Start()
    {
        ProcessStartInfo start = SelfReport.Command(SelfReport.Option, Work);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        Process process = Process.Start(start)!;
        return new Server(process, new Uri(process.StandardOutput.ReadLine()!), process.StandardOutput.ReadLine()!);
    }

    /// <summary>In its process: serves until its input ends.</summary>
    public static async Task ServeAsync()
    {
        await using DariEmulator emulator = await DariEmulator.StartAsync(new EmulatorOptions());
        Console.WriteLine(emulator.SandboxUrl);
        Console.WriteLine(emulator.SandboxApiKey);
        while (Console.ReadLine() is not null)
        {
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
