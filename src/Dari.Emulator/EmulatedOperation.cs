namespace Dari.Emulator;

/// <summary>An operation of one of the documents.</summary>
/// <param name="Service"><c>dari</c>, <c>sandbox</c> or <c>snapshot</c>.</param>
/// <param name="OperationId">The <c>operationId</c> in the service's document.</param>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Path">The path template, such as <c>/v1/agents/{agent_id}</c>.</param>
public sealed record EmulatedOperation(string Service, string OperationId, string Method, string Path);
