using System.Diagnostics;

namespace Dari.Runtime.Tests.Archiving;

/// <summary>git itself, which the ignore rules are compared with. Without it these tests fail, and say so.</summary>
internal static class Git
{
    public static string Run(string folder, string[] arguments, string input = "")
    {
        var start = new ProcessStartInfo("git", ["-C", folder, "-c", "core.excludesFile=", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using Process git = Process.Start(start).ShouldNotBeNull("These tests need git on the PATH.");
        Task<string> answer = git.StandardOutput.ReadToEndAsync();
        git.StandardInput.Write(input);
        git.StandardInput.Close();
        git.WaitForExit();

        // check-ignore gives 1 when nothing is ignored.
        git.ExitCode.ShouldBeInRange(0, 1);
        return answer.Result;
    }

    public static HashSet<string> Ignored(string folder, IEnumerable<string> names) =>
        [.. Run(folder, ["check-ignore", "--no-index", "-z", "--stdin"], string.Concat(names.Select(static n => n + "\0")))
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)];
}
