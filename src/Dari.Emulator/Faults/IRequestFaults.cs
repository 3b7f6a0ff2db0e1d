using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>Stands between clients and services.</summary>
internal interface IRequestFaults
{
    /// <summary>Whether a connection that was just made is to be reset.</summary>
    bool RefusesConnection(string service);

    /// <summary>Answers the request itself, or passes it on, changed or not.</summary>
    Task InvokeAsync(FaultPoint point, RequestDelegate next);

    /// <summary>Whether a webhook that was taken is to be delivered once more.</summary>
    bool RepeatsDelivery(string service, string eventType);
}
