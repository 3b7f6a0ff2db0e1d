namespace Dari.Emulator.Dari.State;

/// <summary>Something that belongs to an organization.</summary>
internal abstract class Owned
{
    public required string Id { get; init; }

    public required string Organization { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
