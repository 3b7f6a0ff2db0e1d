namespace Dari.Emulator.Sandbox.Templates;

/// <summary>The steps of a build, and where it fails if it does.</summary>
/// <param name="Steps">Texts of the steps up to the one that fails.</param>
/// <param name="Problem">What is wrong with the last step, or null.</param>
/// <param name="Dockerfile">The instructions, for the defaults of the template.</param>
internal sealed record BuildPlan(
    IReadOnlyList<string> Steps, string? Problem, IReadOnlyList<DockerfileStep> Dockerfile)
{
    /// <summary>The plan for a request.</summary>
    public static BuildPlan For(BuildRequest request)
    {
        if (request.Dockerfile is not { } text)
        {
            return new BuildPlan(["resolve base image", "export root filesystem"], null, []);
        }

        var dockerfile = DockerfileStep.Read(text);
        var steps = new List<string>();
        var first = dockerfile.FirstOrDefault(step => step.Instruction != "ARG");
        if (first?.Instruction != "FROM")
        {
            return new BuildPlan(["parse Dockerfile"], "the first instruction has to be FROM", dockerfile);
        }

        foreach (var step in dockerfile)
        {
            steps.Add($"{step.Instruction} {step.Arguments}".TrimEnd());
            if (step.Problem is { } problem)
            {
                return new BuildPlan(steps, problem, dockerfile);
            }
        }

        return new BuildPlan([.. steps, "export root filesystem"], null, dockerfile);
    }

    /// <summary>Arguments of the last instruction of a kind, or null.</summary>
    public string? Last(string instruction) => Dockerfile.LastOrDefault(step => step.Instruction == instruction)?.Arguments;
}
