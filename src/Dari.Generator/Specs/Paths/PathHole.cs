namespace Dari.Generator.Specs.Paths;

/// <param name="Text">What stands between the braces.</param>
/// <param name="Name">The word in it that names the parameter.</param>
/// <param name="IsInPath">It stands before any <c>?</c> or <c>#</c>.</param>
internal sealed record PathHole(string Text, string Name, bool IsInPath);
