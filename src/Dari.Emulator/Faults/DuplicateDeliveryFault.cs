namespace Dari.Emulator.Faults;

/// <summary>
/// A webhook that was taken is delivered once more, with the same id. In its rule, <c>OperationId</c> is the type of the
/// event, such as <c>session.completed</c>.
/// </summary>
public sealed record DuplicateDeliveryFault : Fault
{
    internal override FaultScope Scope => FaultScope.Delivery;
}
