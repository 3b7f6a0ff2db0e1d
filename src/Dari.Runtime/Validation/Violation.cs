namespace Dari.Validation;

/// <summary>A value that breaks a rule of its document.</summary>
/// <param name="Place">JSON pointer of the value, such as <c>/lines/0/count</c>; empty for the whole.</param>
/// <param name="Rule">The keyword of JSON Schema, such as <c>minimum</c>.</param>
/// <param name="Message">What is demanded. It never holds the value.</param>
public sealed record Violation(string Place, string Rule, string Message);
