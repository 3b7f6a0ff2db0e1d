using System.Text.RegularExpressions;

namespace Dari.Package.Tests;

/// <summary>How a run of <c>dotnet</c> ended, and what it wrote.</summary>
internal sealed partial record DotnetResult(string Command, int ExitCode, string Output)
{
    public IReadOnlyList<string> Warnings => [.. WarningLine().Matches(Output).Select(match => match.Value.Trim()).Distinct()];

    public IReadOnlyList<string> Errors => [.. ErrorLine().Matches(Output).Select(match => match.Value.Trim()).Distinct()];

    public DotnetResult ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Command + "\n" + Output);
        return this;
    }

    public DotnetResult ShouldSucceedWithoutWarnings()
    {
        ShouldSucceed();
        Warnings.ShouldBeEmpty(Command + "\n" + Output);
        return this;
    }

    public DotnetResult ShouldFail()
    {
        ExitCode.ShouldBe(1, Command + "\n" + Output);

        // A generator that threw is only a warning, followed by errors that do not tell why.
        Output.ShouldNotContain("CS8785");
        Output.ShouldNotContain("CS8784");
        return this;
    }

    [GeneratedRegex(@"^.*\bwarning [A-Z]+\d+\b.*$", RegexOptions.Multiline)]
    private static partial Regex WarningLine();

    [GeneratedRegex(@"^.*\berror [A-Z]+\d+\b.*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
