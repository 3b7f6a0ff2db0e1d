namespace Dari.Http;

internal enum ReplyBody
{
    Buffered,
    Dropped,
    Streamed,
}
