using System.Linq;
using Dari.Generator.Equality;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Diagnostics;

/// <summary>A problem as a value: what is wrong, where, and the words that fill the message.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo? Location, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, LocationInfo? location, params string[] arguments) =>
        new(descriptor, location, arguments);

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Descriptor, Location?.ToLocation(), Arguments.ToArray<object>());
}
