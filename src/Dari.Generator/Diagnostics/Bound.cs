using Dari.Generator.Equality;

namespace Dari.Generator.Diagnostics;

/// <summary>What a stage made, and what it has to say about its input. Stages return problems, they never report.</summary>
internal sealed record Bound<T>(T? Value, EquatableArray<DiagnosticInfo> Problems)
    where T : class;
