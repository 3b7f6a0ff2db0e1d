namespace Dari.Generator.Binding.Naming;

/// <summary>A value of an enumeration, and what the document calls it: a C# name, or <see langword="null"/>.</summary>
internal sealed record EnumCandidate(string Wire, string? Name, string? Description);
