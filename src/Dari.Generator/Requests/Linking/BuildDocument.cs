using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Requests.Linking;

/// <summary>A text of the build that a document may refer to, whether it is a document itself or not.</summary>
internal sealed record BuildDocument(SpecSource Source);
