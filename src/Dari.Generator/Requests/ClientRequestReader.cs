using System.Collections.Generic;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Requests.Linking;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Requests;

/// <summary>Reads what <c>build/Dari.Generator.targets</c> says about a file into a request.</summary>
internal static class ClientRequestReader
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>Whether a file is an <c>OpenApiSpec</c> item, and not some other generator's.</summary>
    public static bool IsAsked(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        new ItemMetadata(options.GetOptions(file)).IsSpec;

    /// <summary>
    /// Whether documents may refer to a file: an item of ours, or any other file of the build that looks as if it could be read.
    /// </summary>
    public static bool IsReadable(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        var item = new ItemMetadata(options.GetOptions(file));
        return item.IsSpec || item.IsFragment || item.IsOverlay || System.Array.Exists(
            Extensions, extension => file.Path.EndsWith(extension, System.StringComparison.OrdinalIgnoreCase));
    }

    public static BuildDocument? ReadDocument(AdditionalText file, CancellationToken cancellationToken) =>
        file.GetText(cancellationToken) is { } text ? new BuildDocument(new SpecSource(file.Path, text)) : null;

    public static OverlayItem? ReadOverlay(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var item = new ItemMetadata(options.GetOptions(file));
        return item.IsOverlay && file.GetText(cancellationToken) is { } text
            ? new OverlayItem(new SpecSource(file.Path, text), item.For, ItemMetadata.ProjectFolder(options.GlobalOptions), DiagnosticRule.Read(options.GetOptions(file)))
            : null;
    }

    public static Bound<ClientRequest> Read(
        AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var item = new ItemMetadata(options.GetOptions(file));
        var problems = new List<DiagnosticInfo>();
        EquatableArray<DiagnosticRule> rules = DiagnosticRule.Read(options.GetOptions(file));

        if (file.GetText(cancellationToken) is not SourceText text)
        {
            Refuse("the file cannot be read");
            return Asked(null);
        }

        string name = item.Namespace.Length > 0
            ? item.Namespace
            : NamespaceName.Default(ItemMetadata.RootNamespace(options.GlobalOptions), file.Path);
        if (!NamespaceName.IsValid(name))
        {
            Refuse("'" + name + "' cannot be a namespace");
        }

        if (item.ClientName.Length > 0 && !NamespaceName.IsPlainName(item.ClientName))
        {
            Refuse("'" + item.ClientName + "' cannot be the name of a class");
        }

        if (item.IsPublic is null)
        {
            Refuse("its Accessibility is '" + item.Accessibility + "', which is neither 'public' nor 'internal'");
        }

        if (item.IsLean is null)
        {
            Refuse("its Lean is '" + item.Lean + "', which is neither 'true' nor 'false'");
        }

        ClientRequest? request = problems.Count > 0 ? null : new ClientRequest
        {
            Source = new SpecSource(file.Path, text),
            Namespace = name,
            ClientName = item.ClientName,
            IsPublic = item.IsPublic is true,
            IsLean = item.IsLean is true,
            LockPath = item.Lock,
            Surface = item.Surface,
            IsValidated = item.IsValidated,
            Rules = rules,
            Tags = item.Tags,
            Paths = item.Paths,
        };
        return Asked(request);

        Bound<ClientRequest> Asked(ClientRequest? request) => new(request, DiagnosticRule.Apply(rules, problems));

        void Refuse(string reason) => problems.Add(DiagnosticInfo.Create(
            DiagnosticDescriptors.InvalidItem, LocationInfo.StartOf(file.Path), System.IO.Path.GetFileName(file.Path), reason));
    }
}
