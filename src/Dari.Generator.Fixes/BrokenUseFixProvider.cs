using System.Collections.Immutable;
using System.Threading.Tasks;
using Dari.Generator.Review.Callers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dari.Generator.Fixes;

/// <summary>Mends code that a pending change of a document breaks, where there is one obvious way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BrokenUseFixProvider))]
public sealed class BrokenUseFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("DARI050");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Fix(root, model, diagnostic) is { } fix)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(fix.Root)), equivalenceKey: fix.Title),
                    diagnostic);
            }
        }
    }

    private static BrokenUseFix? Fix(SyntaxNode root, SemanticModel model, Diagnostic diagnostic)
    {
        ImmutableDictionary<string, string?> properties = diagnostic.Properties;
        if (!properties.TryGetValue(BrokenUseProperties.Rule, out string? rule) || !properties.TryGetValue(BrokenUseProperties.Name, out string? name) || name is null)
        {
            return null;
        }

        SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return rule switch
        {
            BrokenUseProperties.Renamed when properties.TryGetValue(BrokenUseProperties.NewName, out string? now) && now?.Length > 0 => RenameFix.Of(root, node, name, now),
            BrokenUseProperties.BecameNullable => NullFix.Of(root, model, node, name),
            BrokenUseProperties.Removed => RemoveFix.Of(root, node, name),
            _ => null,
        };
    }
}
