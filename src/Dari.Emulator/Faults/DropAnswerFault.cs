using Dari.Emulator.Faults.Streams;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>
/// The work is done, but the answer is lost: the connection ends within its body. The client gets the bytes before that,
/// and no others; a body that ends earlier passes.
/// </summary>
public sealed record DropAnswerFault : Fault
{
    /// <summary>
    /// Bytes of the body that the client still gets, 0 or more. With 0 it gets nothing, also no status: the connection is
    /// reset once the service has its answer ready.
    /// </summary>
    public long AfterBytes { get; init; }

    internal override Task InvokeAsync(FaultPoint point, RequestDelegate next) => AfterBytes > 0
        ? point.WithAnswerAsync(answer => new CutAnswer(answer, AfterBytes), next)
        : LoseAsync(point, next);

    internal override void Check() => CheckCount(AfterBytes, nameof(AfterBytes));

    private static async Task LoseAsync(FaultPoint point, RequestDelegate next)
    {
        await point.WithAnswerAsync(static _ => Stream.Null, next);
        point.Reset();
    }
}
