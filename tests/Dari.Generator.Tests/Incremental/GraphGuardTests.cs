namespace Dari.Generator.Tests.Incremental;

public sealed class GraphGuardTests
{
    [Fact]
    public void The_pipeline_keeps_nothing_of_a_compilation()
    {
        Pipeline run = Pipeline.Start(
            new Item("/acme/shop.yaml", Documents.Shop),
            new Item("/acme/broken.yaml", Documents.WithProblem));

        GraphGuard.Check(run.Result, AllSteps.Names);

        run.Result.TrackedSteps[PipelineSteps.Problems].ShouldNotBeEmpty();
        run.Files.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(Leak.Compilation, "CSharpCompilation")]
    [InlineData(Leak.Symbol, "Symbol")]
    [InlineData(Leak.SyntaxTree, "SyntaxTree")]
    [InlineData(Leak.Location, "Location")]
    public void The_guard_finds_what_a_careless_step_keeps(Leak leak, string kept)
    {
        Pipeline run = Pipeline.Start(new LeakingGenerator(leak));

        Should.Throw<InvalidOperationException>(() => GraphGuard.Check(run.Result, [LeakingGenerator.Step]))
            .Message.ShouldContain(kept);
    }
}
