namespace Dari.Emulator;

/// <summary>An answer of the emulator itself that its document does not allow: a fault of the emulator.</summary>
/// <param name="Service"><c>dari</c>, <c>sandbox</c> or <c>snapshot</c>.</param>
/// <param name="OperationId">The operation that was answered.</param>
/// <param name="Pointer">JSON Pointer of the offending value in the answer's body; empty for the whole answer.</param>
/// <param name="Rule">The rule that was broken, such as <c>status</c>, <c>content-type</c> or <c>PropertyRequired</c>.</param>
/// <param name="Message">What was found.</param>
public sealed record ContractViolation(string Service, string OperationId, string Pointer, string Rule, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Service} {OperationId} at '{Pointer}' breaks {Rule}: {Message}";
}
