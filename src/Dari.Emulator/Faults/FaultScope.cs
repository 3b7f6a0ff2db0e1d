namespace Dari.Emulator.Faults;

/// <summary>What a rule looks at, and counts.</summary>
internal enum FaultScope
{
    /// <summary>Requests.</summary>
    Request,

    /// <summary>Connections, before anything was sent on them.</summary>
    Connection,

    /// <summary>Deliveries of webhooks.</summary>
    Delivery,
}
