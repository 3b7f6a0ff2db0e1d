using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>
/// The answer's body is only the beginning of what it should be, and is a whole HTTP message all the same: JSON that
/// breaks off. Only for answers that end and fit into memory.
/// </summary>
public sealed record TruncateAnswerFault : Fault
{
    /// <summary>Bytes that are left; half of them when null.</summary>
    public long? KeepBytes { get; init; }

    internal override async Task InvokeAsync(FaultPoint point, RequestDelegate next)
    {
        using var whole = new MemoryStream();
        await point.WithAnswerAsync(_ => whole, next);
        int left = (int)Math.Min(KeepBytes ?? whole.Length / 2, whole.Length);
        if (whole.Length > 0)
        {
            point.Http.Response.ContentLength = left;
            await point.Http.Response.Body.WriteAsync(whole.GetBuffer().AsMemory(0, left), point.Http.RequestAborted);
        }
    }

    internal override void Check() => CheckCount(KeepBytes ?? 0, nameof(KeepBytes));
}
