using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Overlays.Paths;

/// <summary>A value that a query selects, as a chain from the root, so that it can be replaced there.</summary>
/// <param name="Parent"><see langword="null"/> for the root.</param>
/// <param name="Name">Its name in an object; <see langword="null"/> in a list.</param>
/// <param name="Index">Its index in a list.</param>
/// <param name="Node">The value.</param>
internal sealed record PathMatch(PathMatch? Parent, string? Name, int Index, SpecNode Node);
