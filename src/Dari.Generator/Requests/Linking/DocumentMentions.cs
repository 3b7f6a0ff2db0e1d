using Dari.Generator.Equality;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Requests.Linking;

/// <summary>A document, and the paths of those whose names stand in it.</summary>
internal sealed record DocumentMentions(SpecSource Source, EquatableArray<string> Paths);
