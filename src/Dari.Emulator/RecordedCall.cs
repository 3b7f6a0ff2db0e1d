namespace Dari.Emulator;

/// <summary>A request that reached an operation of one of the documents, and how it was answered.</summary>
/// <param name="Service"><c>dari</c>, <c>sandbox</c> or <c>snapshot</c>.</param>
/// <param name="OperationId">The <c>operationId</c> in the service's document.</param>
/// <param name="Status">The HTTP status of the answer; 0 when the connection was cut before one was sent.</param>
public sealed record RecordedCall(string Service, string OperationId, int Status);
