using Dari.Idempotency.Requests;

namespace Dari.Http;

internal sealed class SourceBody(ByteSource source, string contentType) : ApiContent
{
    public override bool IsRepeatable => source.IsRepeatable;

    internal override HttpContent Create() => new SourceContent(source, contentType);

    internal override Task AddToAsync(RequestDigest digest, string? withoutField, CancellationToken cancellationToken)
    {
        digest.Add(contentType);
        return digest.AddAsync(source, cancellationToken);
    }
}
