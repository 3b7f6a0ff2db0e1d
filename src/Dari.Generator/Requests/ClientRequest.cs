using Dari.Generator.Equality;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Requests;

/// <summary>What one <c>OpenApiSpec</c> item asks for.</summary>
internal sealed record ClientRequest
{
    public required SpecSource Source { get; init; }

    /// <summary>The other documents that this one refers to, and no others: editing those leaves this client as it is.</summary>
    public EquatableArray<SpecSource> References { get; init; }

    /// <summary>The overlays that change the document before it is read, in order.</summary>
    public EquatableArray<SpecSource> Overlays { get; init; }

    /// <summary>All that is read for this client.</summary>
    public SpecInput Input => new(Source, References, Overlays);

    /// <summary>Namespace of the generated code; the item's metadata, else made from the project's root namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Name of the client class, such as <c>PetstoreClient</c>; empty: made from the document's title.</summary>
    public required string ClientName { get; init; }

    public required bool IsPublic { get; init; }

    /// <summary>Only the JSON code that operations need, and no types that none of them leads to.</summary>
    public bool IsLean { get; init; }

    /// <summary>Full path of the item's lock; empty: it has none.</summary>
    public string LockPath { get; init; } = "";

    /// <summary>The lock; <see langword="null"/> where there is none, or none that the build gave to the compiler.</summary>
    public SpecSource? Lock { get; init; }

    /// <summary>Name of the surface file of this document, without its extension; empty: the project keeps none.</summary>
    public string Surface { get; init; } = "";

    /// <summary>What the user's <c>.editorconfig</c> says of diagnostics in this document.</summary>
    public EquatableArray<DiagnosticRule> Rules { get; init; }

    /// <summary>Whether types get a method that checks the rules of the document.</summary>
    public bool IsValidated { get; init; }

    /// <summary>Only operations with one of these tags; empty: all.</summary>
    public EquatableArray<string> Tags { get; init; }

    /// <summary>Only operations whose path matches one of these globs (<c>*</c> within a segment, <c>**</c> across); empty: all.</summary>
    public EquatableArray<string> Paths { get; init; }
}
