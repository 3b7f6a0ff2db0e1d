namespace Dari.Uploads;

/// <summary>A part that is to be sent.</summary>
public sealed class UploadPart
{
    internal UploadPart(string uploadId, long number, long offset, string sha256, Stream content)
    {
        UploadId = uploadId;
        Number = number;
        Offset = offset;
        Sha256 = sha256;
        Content = content;
    }

    /// <summary>The upload.</summary>
    public string UploadId { get; }

    /// <summary>The part, in the service's counting.</summary>
    public long Number { get; }

    /// <summary>Where it begins in the content, in bytes.</summary>
    public long Offset { get; }

    /// <summary>The digest of its bytes: 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Its bytes; the length is known.</summary>
    public Stream Content { get; }
}
