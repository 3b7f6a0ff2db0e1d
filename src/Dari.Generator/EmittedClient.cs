using Dari.Generator.Diagnostics;
using Dari.Generator.Emit;
using Dari.Generator.Equality;

namespace Dari.Generator;

/// <summary>All files of a document, or why there are none.</summary>
internal sealed record EmittedClient(EquatableArray<GeneratedFile> Files, EquatableArray<DiagnosticInfo> Problems);
