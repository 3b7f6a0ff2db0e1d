using Dari.Uploads.Sources;
using Dari.Uploads.Tickets;

namespace Dari.Uploads.Sending;

/// <summary>Compares the source, part after part, with what an earlier run sent.</summary>
internal sealed class EarlierParts(ConfirmedParts parts, UploadSource source)
{
    private string _fold = "";

    internal bool Has(int part) => parts.Has(part);

    /// <exception cref="UploadException">The part was sent with other bytes.</exception>
    internal void Check(PartContent part)
    {
        if (part.Number < parts.Count)
        {
            _fold = ConfirmedParts.Next(_fold, part.Sha256);
            if (part.Number == parts.Count - 1 && _fold != parts.Fold)
            {
                throw Changed($"The first {part.Offset + part.Length} bytes");
            }
        }
        else if (parts.Others.TryGetValue(part.Number, out string? sha256) && sha256 != part.Sha256)
        {
            throw Changed($"The {part.Length} bytes from {part.Offset} on");
        }
    }

    private UploadException Changed(string where) =>
        UploadSource.Changed($"{where} of {source.Identity.Path ?? "the stream"} have changed");
}
