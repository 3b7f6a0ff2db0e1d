namespace Dari.Emulator.Storage;

/// <summary>An address on the storage origin that takes one upload.</summary>
internal sealed class UploadTarget
{
    /// <summary>The unguessable last part of the address.</summary>
    public required string Token { get; init; }

    /// <summary>The headers that the upload has to carry exactly.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where the bytes go; the file exists only once an upload is complete.</summary>
    public required string File { get; init; }

    public required long MaxBytes { get; init; }
}
