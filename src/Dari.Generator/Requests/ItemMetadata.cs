using System;
using System.Collections.Generic;
using Dari.Generator.Equality;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dari.Generator.Requests;

/// <summary>An item's metadata under the names that <c>build/Dari.Generator.targets</c> gives them on their way here.</summary>
internal readonly struct ItemMetadata(AnalyzerConfigOptions options)
{
    private const string Prefix = "build_metadata.AdditionalFiles.Dari";

    public bool IsSpec => Text("Kind") == "OpenApiSpec";

    /// <summary>A file that documents refer to and that is none itself.</summary>
    public bool IsFragment => Text("Kind") == "OpenApiFragment";

    public bool IsOverlay => Text("Kind") == "OpenApiOverlay";

    /// <summary>Of an overlay: the documents that it changes.</summary>
    public EquatableArray<string> For => List("For");

    public bool IsLock => Text("Kind") == "OpenApiLock";

    /// <summary>Full path of the lock, which is an item of its own; empty without one.</summary>
    public string Lock => Uri.UnescapeDataString(Text("Lock"));

    /// <summary>Name of the surface file that the project keeps, without its extension; empty where it keeps none.</summary>
    public string Surface => Text("Surface");

    public string Namespace => Text("Namespace");

    public string ClientName => Text("ClientName");

    public string Accessibility => Text("Accessibility");

    /// <summary><see langword="null"/> when the word is neither of the two.</summary>
    public bool? IsPublic => Accessibility.ToLowerInvariant() switch
    {
        "" or "public" => true,
        "internal" => false,
        _ => null,
    };

    public string Lean => Text("Lean");

    /// <summary><see langword="null"/> when the word is neither of the two.</summary>
    public bool? IsLean => Lean.ToLowerInvariant() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => null,
    };

    public bool IsValidated => Text("Validation").ToLowerInvariant() == "true";

    public EquatableArray<string> Tags => List("Tags");

    public EquatableArray<string> Paths => List("Paths");

    public static string RootNamespace(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.RootNamespace", out string? value) ? value.Trim() : "";

    public static string ProjectFolder(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.ProjectDir", out string? value) ? value.Trim() : "";

    private string Text(string name) => options.TryGetValue(Prefix + name, out string? value) ? value.Trim() : "";

    /// <summary>
    /// Percent-encoded as a whole: metadata comes through an .editorconfig file, where a semicolon or a number sign would
    /// begin a comment.
    /// </summary>
    private EquatableArray<string> List(string name)
    {
        var entries = new List<string>();
        foreach (string entry in Uri.UnescapeDataString(Text(name)).Split(';'))
        {
            if (entry.Trim() is { Length: > 0 } trimmed)
            {
                entries.Add(trimmed);
            }
        }

        return entries;
    }
}
