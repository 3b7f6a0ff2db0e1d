using Dari.Generator.Diagnostics;
using Dari.Generator.Emit;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Requests;
using Microsoft.CodeAnalysis;

namespace Dari.Generator.Tests.Incremental;

public sealed class FailingStageTests
{
    private static readonly Item Good = new("/acme/good.yaml", "good");
    private static readonly Item Bad = new("/acme/bad.yaml", "bad");

    [Fact]
    public void A_binder_that_fails_costs_its_own_document_only()
    {
        Pipeline run = Pipeline.Start(
            new OpenApiClientGenerator(
                (request, _) => request.Source.Path == Bad.Path
                    ? throw new InvalidOperationException("no such\nthing.")
                    : Bind(request),
                Emit),
            Bad,
            Good);

        ShouldBeFailure(run, "DARI009").GetMessage().ShouldContain("InvalidOperationException: no such thing, at ");
        run.Files.Keys.ShouldBe(["Acme.Good/Client.g.cs"]);
    }

    [Fact]
    public void An_emitter_that_fails_half_way_leaves_no_half_a_client()
    {
        Pipeline run = Pipeline.Start(
            new OpenApiClientGenerator(
                (request, _) => Bind(request),
                (model, _) => model.Namespace == "Acme.Bad" ? Half() : Emit(model, default)),
            Bad,
            Good);

        ShouldBeFailure(run, "DARI009");
        run.Files.Keys.ShouldBe(["Acme.Good/Client.g.cs"]);

        static IEnumerable<GeneratedFile> Half()
        {
            yield return new GeneratedFile("Acme.Bad/Half.g.cs", "");
            throw new KeyNotFoundException();
        }
    }

    [Theory]
    [InlineData("Acme.Bad/A.g.cs", "acme.bad/a.g.cs")]
    [InlineData("Acme.Bad/A.g.cs", "Acme.Bad/@B.g.cs")]
    [InlineData("Acme.Bad/A.g.cs", "Acme.Bad/../B.g.cs")]
    [InlineData("Acme.Bad/A.g.cs", "/B.g.cs")]
    public void Names_that_the_compiler_refuses_cost_their_own_document_only(string first, string second)
    {
        Pipeline run = Pipeline.Start(
            new OpenApiClientGenerator(
                (request, _) => Bind(request),
                (model, _) => model.Namespace == "Acme.Bad" ? [new(first, ""), new(second, "")] : Emit(model, default)),
            Bad,
            Good);

        ShouldBeFailure(run, "DARI009");
        run.Files.Keys.ShouldBe(["Acme.Good/Client.g.cs"]);
    }

    [Fact]
    public void A_file_that_is_missing_from_the_package_is_named()
    {
        Pipeline run = Pipeline.Start(
            new OpenApiClientGenerator(
                (request, _) => request.Source.Path == Bad.Path
                    ? throw new FileNotFoundException("Could not load file or assembly 'YamlDotNet, Version=16.0.0.0'.")
                    : Bind(request),
                Emit),
            Bad,
            Good);

        ShouldBeFailure(run, "DARI010").GetMessage().ShouldContain("YamlDotNet");
    }

    [Fact]
    public void Cancellation_is_no_failure()
    {
        using var typing = new CancellationTokenSource();
        var generator = new OpenApiClientGenerator(
            (_, stop) =>
            {
                typing.Cancel();
                stop.ThrowIfCancellationRequested();
                throw new InvalidOperationException("The token of the compiler did not arrive.");
            },
            Emit);

        Should.Throw<OperationCanceledException>(() => Pipeline.Start(generator, [Bad], typing.Token));
    }

    [Fact]
    public void Cancellation_that_the_compiler_did_not_ask_for_is_one()
    {
        Pipeline run = Pipeline.Start(new OpenApiClientGenerator((_, _) => throw new OperationCanceledException(), Emit), Bad);

        ShouldBeFailure(run, "DARI009");
    }

    private static Diagnostic ShouldBeFailure(Pipeline run, string id)
    {
        run.Result.Exception.ShouldBeNull();
        Diagnostic problem = run.Result.Diagnostics.ShouldHaveSingleItem();
        problem.Id.ShouldBe(id);
        problem.Severity.ShouldBe(DiagnosticSeverity.Error);
        problem.Location.GetLineSpan().Path.ShouldBe(Bad.Path);
        return problem;
    }

    private static Bound<ClientModel> Bind(ClientRequest request) => new(
        new ClientModel
        {
            Namespace = request.Namespace,
            Name = Identifier.From("Client"),
            IsPublic = true,
            SpecFile = "any.yaml",
            Docs = DocsModel.None,
            Transport = new TransportModel { Schemes = default, Security = new SecurityModel(default) },
            Tags = default,
            Types = default,
            ErrorTables = default,
        },
        EquatableArray<DiagnosticInfo>.Empty);

    private static IEnumerable<GeneratedFile> Emit(ClientModel model, CancellationToken cancellationToken) =>
        [new GeneratedFile(model.Namespace + "/" + model.Name + ".g.cs", "// empty\n")];
}
