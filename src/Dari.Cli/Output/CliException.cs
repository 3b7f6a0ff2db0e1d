using System.Text.Json.Nodes;

namespace Dari.Cli.Output;

/// <summary>A command cannot go on, for a reason that its user can do something about.</summary>
/// <param name="code">A word for programs, such as <c>invalid_manifest</c>.</param>
/// <param name="message">What is wrong.</param>
/// <param name="innerException">What it came from, or null.</param>
internal sealed class CliException(string code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public string Code => code;

    /// <summary>What to do about it; null when the message says so.</summary>
    public string? Hint { get; init; }

    /// <summary>Lines that are written after the message.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>More members for the error in JSON.</summary>
    public JsonObject? Details { get; init; }
}
