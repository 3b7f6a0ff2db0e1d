using System.Text.Json.Nodes;

namespace Dari.Cli.Tests.Running;

/// <summary>What came of a command.</summary>
internal sealed record DariResult(int ExitCode, string Output, string Error)
{
    /// <summary>The only thing on standard output.</summary>
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    public DariResult ShouldEndWith(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, $"{Output}\n{Error}");
        return this;
    }

    public DariResult ShouldBePlain()
    {
        (Output + Error).ShouldNotContain('\u001b');
        (Output + Error).ShouldNotContain('\r');
        return this;
    }
}
