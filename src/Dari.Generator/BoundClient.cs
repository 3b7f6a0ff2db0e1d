using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Requests;

namespace Dari.Generator;

/// <summary>A document after all is decided; <paramref name="Path"/> is where a failure to emit is reported.</summary>
internal sealed record BoundClient(string Path, ClientModel? Model, EquatableArray<DiagnosticInfo> Problems)
{
    /// <summary>What the user says of the severity of a failure to emit.</summary>
    public EquatableArray<DiagnosticRule> Rules { get; init; }
}
