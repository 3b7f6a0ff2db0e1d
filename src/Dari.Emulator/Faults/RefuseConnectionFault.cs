namespace Dari.Emulator.Faults;

/// <summary>
/// New connections to a service are reset as soon as they are made. Connections that a client keeps open go on
/// working. A rule with it can name a service and nothing else.
/// </summary>
public sealed record RefuseConnectionFault : Fault
{
    internal override FaultScope Scope => FaultScope.Connection;
}
