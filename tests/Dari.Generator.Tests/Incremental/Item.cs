namespace Dari.Generator.Tests.Incremental;

/// <summary>An <c>OpenApiSpec</c> item of a project under test, or some other generator's file.</summary>
internal sealed record Item(string Path, string? Text)
{
    public bool IsSpec { get; init; } = true;

    public bool IsLock { get; init; }

    /// <summary>Path of the lock, which is an item of its own.</summary>
    public string Lock { get; init; } = "";

    /// <summary>Name of the surface file without its extension.</summary>
    public string Surface { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string ClientName { get; init; } = "";

    public string Accessibility { get; init; } = "";

    public string Lean { get; init; } = "";

    public string Tags { get; init; } = "";

    public string Paths { get; init; } = "";

    /// <summary><c>OpenApiFragment</c> or <c>OpenApiOverlay</c> instead of <c>OpenApiSpec</c>.</summary>
    public string Kind { get; init; } = "OpenApiSpec";

    public string For { get; init; } = "";

    public string Validation { get; init; } = "";

    /// <summary>Lines of an <c>.editorconfig</c> in the section of the file, by key in lower case.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>As <c>build/Dari.Generator.targets</c> writes it.</summary>
    public IReadOnlyDictionary<string, string> Metadata => new Dictionary<string, string>(Options)
    {
        ["build_metadata.AdditionalFiles.DariKind"] = IsLock ? "OpenApiLock" : IsSpec ? Kind : "",
        ["build_metadata.AdditionalFiles.DariNamespace"] = Namespace,
        ["build_metadata.AdditionalFiles.DariClientName"] = ClientName,
        ["build_metadata.AdditionalFiles.DariAccessibility"] = Accessibility,
        ["build_metadata.AdditionalFiles.DariLean"] = Lean,
        ["build_metadata.AdditionalFiles.DariLock"] = Uri.EscapeDataString(Lock),
        ["build_metadata.AdditionalFiles.DariSurface"] = Surface,
        ["build_metadata.AdditionalFiles.DariValidation"] = Validation,
        ["build_metadata.AdditionalFiles.DariTags"] = Uri.EscapeDataString(Tags),
        ["build_metadata.AdditionalFiles.DariFor"] = Uri.EscapeDataString(For),
        ["build_metadata.AdditionalFiles.DariPaths"] = Uri.EscapeDataString(Paths),
    };
}
