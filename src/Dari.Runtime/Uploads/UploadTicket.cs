using System.Buffers;
using System.Globalization;
using Dari.Uploads.Tickets;

namespace Dari.Uploads;

/// <summary>All that another process needs to go on with an upload. It does not change: each confirmed part gives a new one.</summary>
/// <remarks>
/// It holds what was announced, so it is as secret as that is, signed addresses among it; but no API key and none of the
/// content. <see cref="ToString"/> shows neither.
/// </remarks>
public sealed class UploadTicket
{
    internal UploadTicket(TicketData data) => Data = data;

    /// <summary>The id under which the service knows the upload; null before it has named it.</summary>
    public string? UploadId => Data.UploadId;

    /// <summary>The file or folder that is uploaded, or the file that a stream was spooled to; null for other streams.</summary>
    public string? SourcePath => Data.Source.Path;

    /// <summary>The size of the content in bytes.</summary>
    public long TotalBytes => Data.Source.Length;

    /// <summary>Bytes of the parts that the service has confirmed.</summary>
    public long ConfirmedBytes => Data.Layout?.BytesOf(Data.Parts) ?? 0;

    /// <summary>The number of parts; 0 before the service has said how large they are.</summary>
    public int TotalParts => Data.Layout?.Count ?? 0;

    /// <summary>Parts that the service has confirmed.</summary>
    public int ConfirmedParts => Data.Parts.Total;

    internal TicketData Data { get; }

    /// <summary>Reads what <see cref="WriteTo"/> wrote.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <returns>The ticket.</returns>
    /// <exception cref="UploadException">It is none: <see cref="UploadFault.TicketMismatch"/>.</exception>
    public static UploadTicket Parse(ReadOnlySpan<byte> utf8) => new(TicketJson.Read(utf8));

    /// <summary>Writes the ticket as JSON.</summary>
    /// <param name="target">Where to, in UTF-8.</param>
    public void WriteTo(IBufferWriter<byte> target)
    {
        ArgumentNullException.ThrowIfNull(target);
        TicketJson.Write(target, Data);
    }

    /// <summary>How far the upload is, in one line, without what was announced.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{UploadId ?? "not announced"}: {ConfirmedParts} of {TotalParts} parts, {ConfirmedBytes} of {TotalBytes} bytes");
}
