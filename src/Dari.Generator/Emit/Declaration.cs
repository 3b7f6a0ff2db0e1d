namespace Dari.Generator.Emit;

/// <summary>
/// A type of the document in C#: its shape, which people open, and how it stands on the wire, in a file beside it
/// (<paramref name="WireSuffix"/>: <c>Json</c>, or <c>Wire</c> where there is no JSON).
/// </summary>
internal sealed record Declaration(string Name, string Pointer, FilePart Shape, FilePart? Wire, string WireSuffix = "Json");
