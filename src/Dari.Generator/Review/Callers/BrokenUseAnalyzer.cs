using System.Collections.Immutable;
using Dari.Generator.Diagnostics;
using Dari.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dari.Generator.Review.Callers;

/// <summary>
/// Names the lines of a program that a pending change of a document breaks, and why. The compiler says that a line does
/// not compile, or may meet null; this says which line of which document that comes from. Without a pending change it
/// does nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BrokenUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.BrokenUse);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        PendingIndex pending = PendingIndex.Read(context.Compilation, context.CancellationToken);
        if (!pending.IsEmpty)
        {
            context.RegisterSemanticModelAction(model => Analyze(model, pending));
        }
    }

    private static void Analyze(SemanticModelAnalysisContext context, PendingIndex pending)
    {
        foreach (BrokenUse use in new BrokenUses(context.SemanticModel, pending).Find(context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.BrokenUse, use.Location, Properties(use.Use), use.Use.Reason));
        }
    }

    private static ImmutableDictionary<string, string?> Properties(PendingUseModel use) => ImmutableDictionary<string, string?>.Empty
        .Add(BrokenUseProperties.Rule, use.Rule)
        .Add(BrokenUseProperties.Name, use.Member.Length > 0 ? use.Member : use.Type)
        .Add(BrokenUseProperties.NewName, use.NewName);
}
