namespace Dari.Emulator.Contract;

/// <summary>Something that the document does not allow.</summary>
/// <param name="Place"><c>path</c>, <c>query</c>, <c>header</c> or <c>body</c>.</param>
/// <param name="Pointer">The parameter's name, or the JSON Pointer in the body.</param>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Message">What is wrong, without the value, which may be a secret.</param>
internal sealed record Finding(string Place, string Pointer, string Rule, string Message)
{
    public override string ToString() => $"{Place} '{Pointer}': {Message}";
}
