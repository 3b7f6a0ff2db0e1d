using Dari.Generator.Equality;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Requests.Linking;

/// <summary>An <c>OpenApiOverlay</c> item.</summary>
/// <param name="Source">The text.</param>
/// <param name="For">The documents it changes, as the project names them; empty: the one that its <c>extends</c> names.</param>
/// <param name="ProjectFolder">What relative paths of the project are relative to; empty where the build does not say.</param>
/// <param name="Rules">What the user says of diagnostics in the overlay's own section of an <c>.editorconfig</c>.</param>
internal sealed record OverlayItem(SpecSource Source, EquatableArray<string> For, string ProjectFolder, EquatableArray<DiagnosticRule> Rules);
