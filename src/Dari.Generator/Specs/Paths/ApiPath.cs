using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Paths;

/// <summary>A path as written, and the place of its name for messages about it.</summary>
internal sealed record ApiPath(string Template, SpecNode NameNode);
