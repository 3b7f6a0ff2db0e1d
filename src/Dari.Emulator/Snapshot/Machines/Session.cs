namespace Dari.Emulator.Snapshot.Machines;

/// <summary>A session, which gets its machine when it first needs one.</summary>
internal sealed class Session(VmSpec spec, DateTimeOffset createdAt) : IShelved
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public DateTimeOffset CreatedAt => createdAt;

    /// <summary>What its machine is to be.</summary>
    public VmSpec Spec { get; set; } = spec;

    /// <summary>Its latest machine, which may have ended; null before the first.</summary>
    public Vm? Vm { get; set; }
}
