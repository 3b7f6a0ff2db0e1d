using System.Collections.Immutable;
using System.Linq;
using Dari.Generator.Equality;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Diagnostics;

/// <summary>A problem as a value: what is wrong, where, and the words that fill the message.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo? Location, EquatableArray<string> Arguments)
{
    /// <summary>The key in <see cref="Diagnostic.Properties"/> under which tools find the JSON pointer.</summary>
    public const string PointerProperty = "pointer";

    /// <summary>JSON pointer of the place, such as <c>#/paths/~1pets/get</c>; empty where a text has no tree to point into.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>What the user says instead of the descriptor; <see langword="null"/>: nothing.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, LocationInfo? location, params string[] arguments) =>
        new(descriptor, location, arguments);

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor,
        Location?.ToLocation(),
        Severity ?? Descriptor.DefaultSeverity,
        additionalLocations: null,
        Pointer.Length == 0 ? null : ImmutableDictionary<string, string?>.Empty.Add(PointerProperty, Pointer),
        Arguments.ToArray<object>());
}
