namespace Dari.Http;

internal sealed class SourceBody(ByteSource source, string contentType) : ApiContent
{
    public override bool IsRepeatable => source.IsRepeatable;

    internal override HttpContent Create() => new SourceContent(source, contentType);
}
