namespace Dari.Generator.Binding.Naming;

/// <summary>A name as the document writes it, and the one that the document asks for instead.</summary>
/// <param name="Text">The name on the wire.</param>
/// <param name="Override">From an extension: a C# name; <see langword="null"/> where there is none.</param>
internal sealed record WireName(string Text, string? Override = null)
{
    /// <summary>Who asks for a name by an extension has it before all others.</summary>
    public int Rank(string pascal) => Override is null ? LetterCase.Distance(Text, pascal) : 0;
}
