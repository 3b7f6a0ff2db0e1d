using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Faults;

/// <summary>A request at which a fault may be injected.</summary>
/// <param name="Service">The service's name; <c>storage</c> for upload targets.</param>
/// <param name="OperationId">The operation; null where the request matches none.</param>
/// <param name="Http">The request and its answer, whose bodies may be wrapped.</param>
internal sealed record FaultPoint(string Service, string? OperationId, HttpContext Http);
