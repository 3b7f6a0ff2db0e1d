namespace Dari.Cli.Manifests;

/// <summary>Something that is wrong with a manifest, where, and what to do about it.</summary>
/// <param name="File">The file, relative to the agent's folder and with <c>/</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Key">The key, such as <c>sandbox.env.PORT</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong: a sentence.</param>
/// <param name="Remedy">What to do: a sentence.</param>
internal sealed record ManifestProblem(string File, int Line, int Column, string Key, string Message, string Remedy)
{
    /// <summary>As compilers write it, so that editors can go there.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: error: {Message} {Remedy}";
}
