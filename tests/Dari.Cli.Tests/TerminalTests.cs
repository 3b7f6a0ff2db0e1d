using System.Diagnostics;
using Dari.Cli.Tests.Running;

namespace Dari.Cli.Tests;

/// <summary>What a terminal gets, which <c>script</c> plays here.</summary>
public sealed class TerminalTests
{
    [TerminalTheory]
    [InlineData(null, true)]
    [InlineData("1", false)]
    public async Task Colours_are_for_terminals_unless_they_are_not_wanted(string? noColor, bool hasColor)
    {
        using var surroundings = new Surroundings();
        surroundings.Variables["NO_COLOR"] = noColor;
        surroundings.Variables["TERM"] = "xterm-256color";
        surroundings.Write("dari.yml", "name: a\nharness: pi\n");

        string text = await InTerminalAsync(surroundings, "manifest check");

        text.Contains("\u001b[38;").ShouldBe(hasColor, text);
        text.ShouldContain("dari.yml:1:1: error: 'llm' is missing, which the harness 'pi' needs. Add it, such as: llm: { model: anthropic/claude-sonnet-4 }");
    }

    private static async Task<string> InTerminalAsync(Surroundings surroundings, string arguments)
    {
        var start = new ProcessStartInfo("script", ["-qec", $"dotnet '{DariProcess.Command}' {arguments}", "/dev/null"])
        {
            WorkingDirectory = surroundings.Folder,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        surroundings.Fill(start.Environment);
        using Process process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string text = await process.StandardOutput.ReadToEndAsync(deadline.Token);
        await process.WaitForExitAsync(deadline.Token);
        return text;
    }
}
