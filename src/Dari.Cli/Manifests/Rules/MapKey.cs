namespace Dari.Cli.Manifests.Rules;

/// <summary>A key of a mapping.</summary>
/// <param name="Name">The key.</param>
/// <param name="Rule">What its value has to be.</param>
internal sealed record MapKey(string Name, Rule Rule)
{
    public bool IsRequired { get; init; }

    /// <summary>A line to add where it is missing.</summary>
    public string Example { get; init; } = "";
}
