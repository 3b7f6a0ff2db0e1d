namespace Dari.Emulator.Snapshot;

/// <summary>Something that has an id of its own.</summary>
internal interface IShelved
{
    string Id { get; }
}
