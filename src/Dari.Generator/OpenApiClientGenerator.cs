using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Emit;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Dari.Generator.Requests.Linking;
using Dari.Generator.Review;
using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator;

/// <summary>Makes a typed client of every <c>OpenApiSpec</c> item of a project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class OpenApiClientGenerator : IIncrementalGenerator
{
    // With a byte order mark, files written by EmitCompilerGeneratedFiles would differ from all others of a project.
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly GuardedStages _stages;

    /// <summary>Called by the compiler.</summary>
    public OpenApiClientGenerator()
        : this(ReviewedBinder.Bind, ClientEmitter.Emit)
    {
    }

    internal OpenApiClientGenerator(
        Func<ClientRequest, CancellationToken, Bound<ClientModel>> bind,
        Func<ClientModel, CancellationToken, IEnumerable<GeneratedFile>> emit) =>
        _stages = new GuardedStages(bind, emit);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // What the user asked for: one OpenApiSpec item, one request. Nothing looks at the compilation or at syntax, so
        // that typing C# leaves every step cached.
        IncrementalValuesProvider<(AdditionalText Left, AnalyzerConfigOptionsProvider Right)> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static item => ClientRequestReader.IsReadable(item.Left, item.Right));
        IncrementalValuesProvider<Bound<ClientRequest>> asked = files
            .Where(static item => ClientRequestReader.IsAsked(item.Left, item.Right))
            .Select(static (item, stop) => ClientRequestReader.Read(item.Left, item.Right, stop))
            .WithTrackingName(PipelineSteps.Requests);

        // Which documents refer to which. A document is searched again when it was saved, or when another one was renamed.
        IncrementalValuesProvider<BuildDocument> documents = files
            .Select(static (item, stop) => ClientRequestReader.ReadDocument(item.Left, stop)!)
            .Where(static document => document is not null)
            .WithTrackingName(PipelineSteps.Documents);
        IncrementalValueProvider<EquatableArray<DocumentNames>> names = documents
            .Select(static (document, _) => NameFinder.Names(document.Source))
            .Collect()
            .Select(static (all, _) => all.ToEquatableArray())
            .WithTrackingName(PipelineSteps.Names);
        IncrementalValuesProvider<DocumentMentions> mentions = documents
            .Combine(names)
            .Select(static (pair, _) => NameFinder.Mentions(pair.Left.Source, pair.Right))
            .WithTrackingName(PipelineSteps.Mentions);
        IncrementalValuesProvider<OverlayItem> overlays = files
            .Select(static (item, stop) => ClientRequestReader.ReadOverlay(item.Left, item.Right, stop)!)
            .Where(static overlay => overlay is not null);

        IncrementalValuesProvider<Bound<ClientRequest>> requests = asked.Collect()
            .Combine(mentions.Collect())
            .Combine(overlays.Collect())
            .SelectMany(static (all, _) => RequestLinker.Link(RequestAdmission.Admit(all.Left.Left), all.Left.Right, all.Right))
            .WithTrackingName(PipelineSteps.Admitted);

        // A lock is a file of its own, so that a document is read again when it changes, and no other one.
        IncrementalValueProvider<ImmutableArray<SpecSource>> locks = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(static item => LockFiles.IsLock(item.Left, item.Right))
            .Select(static (item, stop) => LockFiles.Read(item.Left, stop))
            .Where(static file => file is not null)
            .Select(static (file, _) => file!)
            .Collect();

        // What C# there will be: types bound, names chosen, problems found.
        IncrementalValuesProvider<BoundClient> clients = requests
            .Combine(locks)
            .Select(static (pair, _) => LockFiles.Join(pair.Left, pair.Right))
            .WithTrackingName(PipelineSteps.Locked)
            .Select(_stages.Bind)
            .WithTrackingName(PipelineSteps.Clients);

        // The files follow from the model alone: a problem that only moved to another line emits nothing again.
        IncrementalValuesProvider<EmittedClient> emitted = clients
            .Select(static (client, _) => client with { Problems = default })
            .WithTrackingName(PipelineSteps.Models)
            .Select(_stages.Emit)
            .WithTrackingName(PipelineSteps.Files);

        // One output a document, not one a file: a keystroke costs time for each.
        context.RegisterSourceOutput(
            clients.Select(static (client, _) => client.Problems).WithTrackingName(PipelineSteps.Problems), Report);
        context.RegisterSourceOutput(emitted, AddFiles);
    }

    private static void Report(SourceProductionContext context, EquatableArray<DiagnosticInfo> problems)
    {
        foreach (DiagnosticInfo problem in problems)
        {
            context.ReportDiagnostic(problem.ToDiagnostic());
        }
    }

    private static void AddFiles(SourceProductionContext context, EmittedClient client)
    {
        Report(context, client.Problems);
        foreach (GeneratedFile file in client.Files)
        {
            context.AddSource(file.HintName, SourceText.From(file.Text, Utf8, SourceHashAlgorithm.Sha256));
        }
    }
}
