using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>
/// Something that goes wrong between a client and a service. It really happens: connections are cut, bytes are
/// changed, time passes. In JSON its <c>kind</c> is the type's name without <c>Fault</c>, in camel case.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RefuseConnectionFault), "refuseConnection")]
[JsonDerivedType(typeof(ResetFault), "reset")]
[JsonDerivedType(typeof(DelayFault), "delay")]
[JsonDerivedType(typeof(DropRequestFault), "dropRequest")]
[JsonDerivedType(typeof(DropAnswerFault), "dropAnswer")]
[JsonDerivedType(typeof(StatusFault), "status")]
[JsonDerivedType(typeof(CorruptRequestFault), "corruptRequest")]
[JsonDerivedType(typeof(CorruptAnswerFault), "corruptAnswer")]
[JsonDerivedType(typeof(TruncateAnswerFault), "truncateAnswer")]
[JsonDerivedType(typeof(ExpireFault), "expire")]
[JsonDerivedType(typeof(DuplicateRequestFault), "duplicateRequest")]
[JsonDerivedType(typeof(DuplicateEventsFault), "duplicateEvents")]
[JsonDerivedType(typeof(DuplicateDeliveryFault), "duplicateDelivery")]
[JsonDerivedType(typeof(CutEventsFault), "cutEvents")]
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>What a rule with this fault counts.</summary>
    internal virtual FaultScope Scope => FaultScope.Request;

    /// <summary>Lets the fault happen to a request, which is passed on or not.</summary>
    internal virtual Task InvokeAsync(FaultPoint point, RequestDelegate next) => next(point.Http);

    /// <summary>Refuses values without a meaning.</summary>
    /// <exception cref="ArgumentException">There is one.</exception>
    internal virtual void Check()
    {
    }

    private protected static void CheckCount(long count, string name)
    {
        if (count < 0)
        {
            throw new ArgumentException($"{name} is {count}, and has to be 0 or more.");
        }
    }
}
