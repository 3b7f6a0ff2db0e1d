namespace Dari.Http;

/// <summary>
/// Makes the exception of a typed error out of a body. Throws a JsonException when the body does not read.
/// </summary>
internal delegate ApiException ErrorReader(
    ReadOnlySpan<byte> utf8, StatusMessage message, ResponseMetadata response, string? text);
