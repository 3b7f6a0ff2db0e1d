using Dari.Emulator.Faults.Streams;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>A stream of server-sent events ends after some of them, in the middle of its connection.</summary>
public sealed record CutEventsFault : Fault
{
    /// <summary>Events that the client still gets, 0 or more; comments do not count.</summary>
    public required int AfterEvents { get; init; }

    internal override Task InvokeAsync(FaultPoint point, RequestDelegate next) =>
        point.WithAnswerAsync(answer => new CutEvents(answer, AfterEvents), next);

    internal override void Check() => CheckCount(AfterEvents, nameof(AfterEvents));
}
