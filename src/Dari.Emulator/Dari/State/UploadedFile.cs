namespace Dari.Emulator.Dari.State;

internal sealed class UploadedFile : Owned
{
    /// <summary>The name without directories.</summary>
    public required string Name { get; init; }

    public required long Size { get; init; }

    public required string File { get; init; }
}
