using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Dari.Cli.Tests.Running;

/// <summary>The command as a process of its own, as a user starts it.</summary>
internal sealed class DariProcess : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>Where the command is built.</summary>
    public static string Command { get; } = typeof(DariProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "DariCommand").Value!;

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private DariProcess(Process process) => _process = process;

    /// <summary>What it has written to standard output so far.</summary>
    public string Output => Text(_output);

    /// <summary>What it has written to standard error so far.</summary>
    public string Error => Text(_error);

    /// <summary>Runs the command to its end.</summary>
    public static async Task<DariResult> RunAsync(Surroundings surroundings, params string[] arguments)
    {
        using DariProcess process = Start(surroundings, arguments);
        return await process.EndAsync();
    }

    /// <summary>Runs another program in the same surroundings to its end.</summary>
    public static async Task<DariResult> RunProgramAsync(Surroundings surroundings, string program, params string[] arguments)
    {
        using DariProcess process = StartProgram(surroundings, program, arguments);
        return await process.EndAsync();
    }

    /// <summary>Starts the command.</summary>
    public static DariProcess Start(Surroundings surroundings, params string[] arguments) => StartProgram(surroundings, "dotnet", [Command, .. arguments]);

    private static DariProcess StartProgram(Surroundings surroundings, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = surroundings.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        surroundings.Fill(start.Environment);
        var process = new DariProcess(new Process { StartInfo = start });
        process._process.OutputDataReceived += (_, line) => Append(process._output, line.Data);
        process._process.ErrorDataReceived += (_, line) => Append(process._error, line.Data);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    public async Task<DariResult> EndAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The command did not end within {Deadline}:\n{Output}\n{Error}");
        }

        return new DariResult(_process.ExitCode, Output, Error);
    }

    /// <summary>Waits until something holds.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (!holds())
        {
            (_process.HasExited || deadline.IsCancellationRequested).ShouldBeFalse($"{Output}\n{Error}");
            await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <summary>What Ctrl-C does.</summary>
    public void Interrupt() => Signal(_process.Id, 2).ShouldBe(0);

    /// <summary>Ends it without a chance to do anything.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Signal(int process, int signal);

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append(line is null ? "" : "\n");
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
