namespace Dari.Uploads.Tickets;

/// <summary>How the service cuts the content.</summary>
/// <param name="Length">All bytes.</param>
/// <param name="Size">Bytes of every part but the last.</param>
/// <param name="Count">The number of parts.</param>
internal sealed record PartLayout(long Length, long Size, int Count)
{
    internal long Offset(int part) => part * Size;

    internal long LengthOf(int part) => Math.Min(Size, Length - Offset(part));

    internal long BytesOf(ConfirmedParts parts) =>
        Math.Min(parts.Count * Size, Length) + parts.Others.Keys.Sum(LengthOf);

    /// <summary>What the service said, if it adds up.</summary>
    /// <exception cref="UploadException">It does not.</exception>
    internal static PartLayout Of(long length, UploadState state)
    {
        if (state.PartSize is not (> 0 and { } size))
        {
            throw Invalid(state, $"parts of {state.PartSize?.ToString() ?? "unknown size"}");
        }

        // An empty upload has no part, or a single empty one.
        long needed = (length / size) + (length % size == 0 ? 0 : 1);
        long count = state.PartCount ?? needed;
        bool fits = count == needed || (length == 0 && count == 1);
        return fits && count <= int.MaxValue
            ? new PartLayout(length, size, (int)count)
            : throw Invalid(state, $"{count} parts of {size} bytes for {length} bytes");
    }

    private static UploadException Invalid(UploadState state, string what) =>
        new(UploadFault.InvalidAnswer, $"The service wants {what}, which makes no sense.", state.UploadId);
}
