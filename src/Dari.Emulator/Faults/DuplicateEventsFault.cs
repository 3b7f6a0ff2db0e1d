using Dari.Emulator.Faults.Streams;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>Every event of a stream of server-sent events comes twice in a row, with the same id.</summary>
public sealed record DuplicateEventsFault : Fault
{
    internal override Task InvokeAsync(FaultPoint point, RequestDelegate next) =>
        point.WithAnswerAsync(static answer => new DoubledEvents(answer), next);
}
