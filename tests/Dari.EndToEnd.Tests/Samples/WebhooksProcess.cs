using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Dari.EndToEnd.Tests.Samples;

/// <summary><c>samples/Webhooks</c> as a process, with what it has written so far.</summary>
internal sealed class WebhooksProcess : IDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    private WebhooksProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string[] Lines => [.. _lines];

    /// <summary>An address of this machine where nobody listens yet: it must be known before the secrets are.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    public static async Task<WebhooksProcess> StartAsync(Uri address, string dariSecrets, string snapshotSecrets)
    {
        string sample = typeof(WebhooksProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "WebhooksSample").Value!;
        var start = new ProcessStartInfo("dotnet", [sample, "--urls", address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(sample)!,
        };
        start.Environment["DARI_WEBHOOK_SECRET"] = dariSecrets;
        start.Environment["INSTAVM_WEBHOOK_SECRET"] = snapshotSecrets;
        var process = new WebhooksProcess(Process.Start(start)!);
        await process.UntilAsync("Application started");
        return process;
    }

    public async Task UntilAsync(string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!Lines.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            Assert.False(_process.HasExited || limit.IsCancellationRequested, $"No \"{text}\" in:\n" + string.Join('\n', Lines));
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
