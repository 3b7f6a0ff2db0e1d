using System.Text.Json.Nodes;
using Dari.Emulator.Contract;

namespace Dari.Emulator.Snapshot.Builds;

/// <summary>How building from an OCI image turns out. Nothing is pulled: the reference decides.</summary>
/// <remarks>
/// The last part of the repository decides: one called <c>fail</c> cannot be pulled, as in
/// <c>example.com/team/fail:1</c>; one with <c>large</c> in its name needs a disk of 8 GB; all others need
/// one of 1 GB. A reference without a name in it cannot be pulled either.
/// </remarks>
internal sealed class OciImage(string reference)
{
    private const long Megabyte = 1L << 20;
    private const int LargeDiskGb = 8;

    private string Name => reference.Split('@')[0].Split('/')[^1].Split(':')[0];

    private bool IsLarge => Name.Contains("large", StringComparison.OrdinalIgnoreCase);

    /// <summary>The outcome of a build.</summary>
    public BuildOutcome Build(JsonObject arguments)
    {
        if (Name is "" or "fail")
        {
            return new BuildOutcome(0, $"Failed to pull image '{reference}'.");
        }

        int needed = IsLarge ? LargeDiskGb : 1;
        return arguments.Whole("disk_size_gb") is { } disk && disk < needed
            ? new BuildOutcome(0, $"disk_size_gb={disk} is too small for the image: at least {needed} GB are needed.")
            : new BuildOutcome(Size(arguments), null);
    }

    private long Size(JsonObject arguments)
    {
        string[] packages = ["extra_apt_packages", "extra_pip_packages", "extra_npm_packages"];
        int count = packages.Sum(member => (arguments.Text(member) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        return ((IsLarge ? 6144 : 180) + (24L * count)) * Megabyte;
    }
}
