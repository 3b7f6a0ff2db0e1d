namespace Dari.Cli;

/// <summary>The environment, in which nothing counts as not set.</summary>
internal static class Variables
{
    public static string? Find(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
