namespace Dari.Http;

internal enum SecurityKind
{
    Bearer,
    Basic,
    Header,
    Query,
    Cookie,
}
