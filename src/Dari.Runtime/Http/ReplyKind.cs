namespace Dari.Http;

/// <summary>What a way of sending wants of the response.</summary>
/// <param name="Accept">The <c>Accept</c> header where the operation says nothing.</param>
/// <param name="Body">What becomes of a good body.</param>
/// <param name="IsGood">Which statuses are no errors.</param>
internal sealed record ReplyKind(string Accept, ReplyBody Body, Func<int, bool> IsGood)
{
    internal static readonly ReplyKind Json = new("application/json", ReplyBody.Buffered, IsSuccess);
    internal static readonly ReplyKind JsonOrEmpty =
        Json with { IsGood = static status => IsSuccess(status) || status == 304 };
    internal static readonly ReplyKind Nothing =
        new("*/*", ReplyBody.Dropped, static status => IsSuccess(status) || status == 101);
    internal static readonly ReplyKind Text = new("text/plain, */*;q=0.5", ReplyBody.Buffered, IsSuccess);
    internal static readonly ReplyKind File = new("*/*", ReplyBody.Streamed, IsSuccess);
    internal static readonly ReplyKind Events = new("text/event-stream", ReplyBody.Streamed, IsSuccess);
    internal static readonly ReplyKind Lines =
        new("application/jsonl, application/x-ndjson, application/json-seq", ReplyBody.Streamed, IsSuccess);

    private static bool IsSuccess(int status) => status is >= 200 and < 300;
}
