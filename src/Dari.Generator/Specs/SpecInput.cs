using Dari.Generator.Equality;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs;

/// <summary>All texts that one client is read from; nothing else is ever looked at.</summary>
/// <param name="Source">The document.</param>
/// <param name="References">The documents that it refers to, directly or through each other.</param>
/// <param name="Overlays">OpenAPI overlays that change the document before it is read, in order.</param>
internal sealed record SpecInput(SpecSource Source, EquatableArray<SpecSource> References, EquatableArray<SpecSource> Overlays);
