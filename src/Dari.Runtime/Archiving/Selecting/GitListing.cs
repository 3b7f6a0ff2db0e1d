using System.Diagnostics;
using System.Text;

namespace Dari.Archiving.Selecting;

/// <summary>A run of git whose answer is read while it comes.</summary>
internal sealed class GitListing : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    internal GitListing(string git, string folder, string[] arguments)
    {
        // A monitor of the file system would be a program that the repository chooses.
        var start = new ProcessStartInfo(git, ["-C", folder, "-c", "core.fsmonitor=false", .. arguments])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // Inside a hook these name another repository.
        foreach (string name in (string[])["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The parts of the answer between zero bytes.</summary>
    internal IEnumerable<string> Names()
    {
        var buffer = new char[8192];
        var text = new StringBuilder();
        for (int count; (count = _process.StandardOutput.Read(buffer)) > 0;)
        {
            int from = 0;
            for (int end; (end = Array.IndexOf(buffer, '\0', from, count - from)) >= 0; from = end + 1)
            {
                yield return text.Append(buffer, from, end - from).ToString();
                text.Clear();
            }

            text.Append(buffer, from, count - from);
        }

        _process.WaitForExit();
        if (_process.ExitCode != 0)
        {
            string said = _errors.GetAwaiter().GetResult().Split('\n')[0];
            throw new ArchiveException($"git cannot list the files (exit code {_process.ExitCode}): {said}");
        }

        if (text.Length > 0)
        {
            yield return text.ToString();
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
