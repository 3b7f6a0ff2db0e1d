namespace Dari.Emulator.Sandbox.Templates;

/// <summary>What to build. The service publishes no body; these members are what the emulator understands.</summary>
internal sealed record BuildRequest
{
    public string? Name { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Text of a Dockerfile; it is checked line by line and becomes the steps of the build.</summary>
    public string? Dockerfile { get; init; }

    public BuildConfig? BuildConfig { get; init; }
}

/// <summary>Machine of a template.</summary>
internal sealed record BuildConfig(int? Vcpus, int? MemoryMib, bool? InternetAccess, int? DiskMb);
