using Dari.Generator.Equality;

namespace Dari.Generator.Requests.Linking;

/// <summary>How other documents can call a document. Most edits leave these as they are.</summary>
/// <param name="Path">The path that the compiler knows it by.</param>
/// <param name="Ids">What it says of itself and its parts by <c>$self</c> and <c>$id</c>.</param>
internal sealed record DocumentNames(string Path, EquatableArray<string> Ids);
