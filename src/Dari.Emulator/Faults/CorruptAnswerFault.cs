using Dari.Emulator.Faults.Streams;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>
/// A bit of the answer's body arrives flipped, so that its digest is wrong. A body that ends earlier is left as it is.
/// </summary>
public sealed record CorruptAnswerFault : Fault
{
    /// <summary>The byte whose lowest bit is flipped, from 0.</summary>
    public long AtByte { get; init; }

    internal override Task InvokeAsync(FaultPoint point, RequestDelegate next) =>
        point.WithAnswerAsync(answer => new FlippedAnswer(answer, AtByte), next);

    internal override void Check() => CheckCount(AtByte, nameof(AtByte));
}
