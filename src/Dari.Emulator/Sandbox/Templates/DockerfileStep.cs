namespace Dari.Emulator.Sandbox.Templates;

/// <summary>One instruction of a Dockerfile.</summary>
/// <param name="Instruction">The instruction in upper case.</param>
/// <param name="Arguments">The rest of the line.</param>
internal sealed record DockerfileStep(string Instruction, string Arguments)
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER",
        "ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
    };

    /// <summary>What is wrong with it, or null.</summary>
    public string? Problem => !Known.Contains(Instruction) ? $"unknown instruction: {Instruction}"
        : Arguments.Length == 0 ? $"{Instruction} needs arguments"
        : null;

    /// <summary>The instructions of a text; comments and blank lines are left out, continued lines joined.</summary>
    public static IReadOnlyList<DockerfileStep> Read(string text)
    {
        var steps = new List<DockerfileStep>();
        var pending = "";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[^1] == '\\')
            {
                pending += line[..^1].TrimEnd() + " ";
                continue;
            }

            steps.Add(Parse(pending + line));
            pending = "";
        }

        if (pending.Length > 0)
        {
            steps.Add(Parse(pending.Trim()));
        }

        return steps;
    }

    private static DockerfileStep Parse(string line)
    {
        var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return new DockerfileStep(parts[0].ToUpperInvariant(), parts.Length > 1 ? parts[1].Trim() : "");
    }
}
