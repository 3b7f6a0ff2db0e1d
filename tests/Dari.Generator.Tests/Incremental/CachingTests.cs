using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Dari.Generator.Tests.Incremental;

public sealed class CachingTests
{
    private static readonly Item Shop = new("/acme/shop.yaml", Documents.Shop);
    private static readonly Item Other = new("/acme/other.yaml", Documents.Shop);

    [Fact]
    public void Typing_csharp_leaves_everything_cached()
    {
        Pipeline run = Pipeline.Start(Shop, Other).Type("internal class Typed { void M() { } }");

        foreach (string step in AllSteps.Names)
        {
            run.Reasons(step).ShouldAllBe(reason => reason == Cached, step);
        }

        run.OutputReasons().ShouldAllBe(reason => reason == Cached);
        run.Files.ShouldNotBeEmpty();
    }

    [Fact]
    public void Evaluating_the_project_again_reads_no_document_again()
    {
        Pipeline run = Pipeline.Start(Shop, Other).Reload();

        run.Reasons(PipelineSteps.Requests).ShouldBe([Unchanged, Unchanged]);
        run.Reasons(PipelineSteps.Clients).ShouldBe([Cached, Cached]);
        run.OutputReasons().ShouldAllBe(reason => reason == Cached);
    }

    [Fact]
    public void A_comment_in_the_document_emits_nothing_again()
    {
        Pipeline run = Pipeline.Start(Shop).Save(Shop.Path, Documents.WithComment);

        run.Reasons(PipelineSteps.Requests).ShouldBe([Modified]);
        run.Reasons(PipelineSteps.Clients).ShouldBe([Unchanged]);
        run.Reasons(PipelineSteps.Files).ShouldBe([Cached]);
        run.OutputReasons().ShouldAllBe(reason => reason == Cached);
    }

    [Fact]
    public void A_text_that_is_not_emitted_emits_nothing_again()
    {
        Pipeline run = Pipeline.Start(Shop).Save(Shop.Path, Documents.WithOtherVersion);

        run.Reasons(PipelineSteps.Clients).ShouldBe([Unchanged]);
        run.Reasons(PipelineSteps.Files).ShouldBe([Cached]);
    }

    [Fact]
    public void A_problem_that_moves_emits_nothing_again()
    {
        Pipeline first = Pipeline.Start(Shop with { Text = Documents.WithProblem });
        Pipeline run = first.Save(Shop.Path, "# Moved.\n" + Documents.WithProblem);

        first.Result.Diagnostics.ShouldNotBeEmpty();
        run.Result.Diagnostics.Select(Line).ShouldBe(first.Result.Diagnostics.Select(d => Line(d) + 1));
        run.Reasons(PipelineSteps.Problems).ShouldBe([Modified]);
        run.Reasons(PipelineSteps.Models).ShouldBe([Unchanged]);
        run.Reasons(PipelineSteps.Files).ShouldBe([Cached]);

        static int Line(Microsoft.CodeAnalysis.Diagnostic problem) => problem.Location.GetLineSpan().StartLinePosition.Line;
    }

    [Fact]
    public void A_description_changes_the_file_it_is_emitted_in_and_no_other()
    {
        Pipeline first = Pipeline.Start(Shop);
        Pipeline run = first.Save(Shop.Path, Documents.WithOtherDescription);

        Changed(first, run).ShouldHaveSingleItem().ShouldEndWith("Customer.g.cs");
    }

    [Fact]
    public void A_schema_that_is_added_leaves_the_others_alone()
    {
        Pipeline first = Pipeline.Start(Shop);
        Pipeline run = first.Save(Shop.Path, Documents.WithRefund);

        // Its shape, its JSON, and the resolver that names every model.
        Changed(first, run).Count.ShouldBeLessThanOrEqualTo(3);
        Changed(first, run).ShouldContain(name => name.EndsWith("/Refund.g.cs"));
        first.Files.Keys.Except(run.Files.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Saving_one_document_leaves_another_cached()
    {
        Pipeline run = Pipeline.Start(Shop, Other).Save(Other.Path, Documents.WithRefund);

        run.Reasons(PipelineSteps.Requests).ShouldBe([Cached, Modified]);
        run.Reasons(PipelineSteps.Admitted).ShouldBe([Unchanged, Modified]);
        run.Reasons(PipelineSteps.Clients).ShouldBe([Cached, Modified]);
        run.Reasons(PipelineSteps.Files).ShouldBe([Cached, Modified]);
    }

    private static List<string> Changed(Pipeline before, Pipeline after) =>
    [
        .. after.Files.Where(file => before.Files.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key),
    ];
}
