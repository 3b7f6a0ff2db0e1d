using Dari.Generator.Emit;
using Dari.Generator.Model;
using Dari.Generator.Review;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Review.Locks;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Tests.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace Dari.Generator.Tests.Review;

/// <summary>A lock keeps the version that was approved, and the build says where the document is another one.</summary>
public sealed class LockTests
{
    private const string SpecPath = "/acme/shop.yaml";
    private const string LockPath = "/acme/shop.lock.json";

    private static readonly string Approved = Incremental.Documents.Shop;
    private static readonly string LockOfShop = LockFor(Approved);

    [Theory]
    [InlineData("2.0")]
    [InlineData("3.0")]
    [InlineData("3.1")]
    public void A_lock_gives_back_what_was_approved(string version)
    {
        SpecVersion approved = Seed.Read(ReviewDocuments.Of(version));
        string text = LockText.Write(SpecLock.Of(approved, "shop.yaml"));

        SpecVersion read = LockText.Read(new SpecSource(LockPath, SourceText.From(text)), out _, default)!.ToVersion()!;

        SpecDiff.Compare(approved, read).IsEmpty.ShouldBeTrue();
        read.Surface.ShouldBe(approved.Surface);
        LockText.Write(SpecLock.Of(read, "shop.yaml") with { Words = SpecLock.Of(approved, "shop.yaml").Words }).ShouldBe(text);
    }

    [Fact]
    public void Names_with_anything_in_them_survive_a_lock()
    {
        string odd = Approved.Replace("customer:", "\"a \\\"b\\\" = c\\n\\u202e\\\\ 🐶\":", StringComparison.Ordinal);
        SpecVersion approved = Seed.Read(odd);
        string text = LockText.Write(SpecLock.Of(approved, "shop.yaml"));

        SpecDiff.Compare(approved, LockText.Read(new SpecSource(LockPath, SourceText.From(text)), out _, default)!.ToVersion()!).IsEmpty.ShouldBeTrue();
        text.ShouldNotContain("\u202e");
    }

    [Theory]
    [InlineData("reformatted")]
    [InlineData("reordered")]
    [InlineData("described")]
    [InlineData("upgraded")]
    public void What_means_the_same_is_approved(string how)
    {
        string text = how switch
        {
            "reformatted" => CanonicalJson.Of(SyntaxReader.Read(new SpecSource(SpecPath, SourceText.From(Approved)), new(new SpecSource(SpecPath, SourceText.From(Approved))), default)!),
            "reordered" => Approved.Replace("        id: { type: string, description: Its id. }\n        customer: { $ref: \"#/components/schemas/Customer\" }\n", "        customer: { $ref: \"#/components/schemas/Customer\" }\n        id: { type: string, description: Its id. }\n", StringComparison.Ordinal),
            "described" => Incremental.Documents.WithOtherDescription,
            _ => Approved.Replace("openapi: 3.1.0", "openapi: 3.0.3", StringComparison.Ordinal),
        };
        text.ShouldNotBe(Approved);

        Run(text).Result.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_change_is_told_at_its_line_with_the_command_that_approves_it()
    {
        string changed = Approved.Replace("id: { type: string, description: Its id. }", "id: { type: integer, description: Its id. }", StringComparison.Ordinal);

        Diagnostic problem = Run(changed).Result.Diagnostics.ShouldHaveSingleItem();

        problem.Id.ShouldBe("DARI040");
        problem.Severity.ShouldBe(DiagnosticSeverity.Warning);
        FileLinePositionSpan place = problem.Location.GetLineSpan();
        place.Path.ShouldBe(SpecPath);
        string line = changed.Split('\n')[place.StartLinePosition.Line];
        line[place.StartLinePosition.Character..].ShouldStartWith("type: integer");
        problem.GetMessage().ShouldBe(
            "breaking: schema Order, .id: property 'id' was 'string' and is 'integer' (rule type-changed); "
            + "'dari spec review' shows all that changed, 'dari spec review --approve' accepts it");
    }

    [Theory]
    [InlineData("operation", "/orders/{id}:")]
    [InlineData("path", "paths:")]
    [InlineData("schema", "schemas:")]
    public void What_is_gone_is_told_where_it_would_stand(string what, string line)
    {
        int start = Approved.IndexOf("    get:", StringComparison.Ordinal);
        int end = Approved.IndexOf("components:", StringComparison.Ordinal);
        string changed = what switch
        {
            "operation" => Approved[..start] + "    parameters: []\n" + Approved[end..],
            "path" => Approved[..Approved.IndexOf("  /orders", StringComparison.Ordinal)] + "  {}\n" + Approved[end..],
            _ => Approved.Replace("customer: { $ref: \"#/components/schemas/Customer\" }", "customer: { type: string }", StringComparison.Ordinal)
                .Split("    Customer:")[0],
        };

        Run(changed).Result.Diagnostics
            .Where(problem => problem.GetMessage().Contains("is gone", StringComparison.Ordinal) && !problem.GetMessage().Contains("C#", StringComparison.Ordinal))
            .Select(problem => problem.Location.GetLineSpan().StartLinePosition.Line)
            .ShouldContain(Array.FindIndex(changed.Split('\n'), text => text.Trim() == line));
    }

    [Fact]
    public void What_a_pending_change_breaks_is_written_down_for_the_analyzer()
    {
        string changed = Approved.Replace("customer: { $ref", "buyer: { $ref", StringComparison.Ordinal);

        KeyValuePair<string, string> file = Run(changed).Files.Single(file => file.Key.EndsWith(ReviewEmitter.PendingSuffix, StringComparison.Ordinal));
        (string space, PendingUseModel use) = file.Value.Split('\n').Select(PendingEntry.Read).Single(entry => entry is not null)!.Value;

        space.ShouldBe("Acme.Shop");
        (use.Type, use.Member).ShouldBe(("Order", "Customer"));
        use.Reason.ShouldBe("'Order.Customer' is gone (shop.yaml line 19)");
        Run(Approved).Files.Keys.ShouldNotContain(name => name.EndsWith(ReviewEmitter.PendingSuffix, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nothing of the kind", "it is not JSON")]
    [InlineData("{}", "it is not a lock of version 1")]
    [InlineData("{ \"dariLock\": 1 }", "a part of it is missing")]
    public void What_is_no_lock_is_an_error(string text, string reason)
    {
        Diagnostic problem = Run(Approved, text).Result.Diagnostics.ShouldHaveSingleItem();

        problem.Id.ShouldBe("DARI041");
        problem.Location.GetLineSpan().Path.ShouldBe(LockPath);
        problem.GetMessage().ShouldStartWith("'shop.lock.json' is not the lock of a document: " + reason + "; ");
    }

    [Fact]
    public void A_lock_that_was_edited_by_hand_is_an_error()
    {
        string edited = LockOfShop.Replace("type=string", "type=integer", StringComparison.Ordinal);
        edited.ShouldNotBe(LockOfShop);

        Run(Approved, edited).Result.Diagnostics.ShouldHaveSingleItem().GetMessage().ShouldContain("its digests are not those of what it holds");
    }

    [Fact]
    public void An_approval_reads_its_document_again_and_no_other()
    {
        string changed = Approved.Replace("id: { type: string", "id: { type: integer", StringComparison.Ordinal);
        Pipeline first = Pipeline.Start(Spec(changed), Lock(LockOfShop), new Item("/acme/other.yaml", Approved));

        Pipeline run = first.Save(LockPath, LockFor(changed));

        first.Result.Diagnostics.ShouldNotBeEmpty();
        run.Result.Diagnostics.ShouldBeEmpty();
        run.Reasons(PipelineSteps.Locked).ShouldBe([Modified, Unchanged]);
        run.Reasons(PipelineSteps.Clients).ShouldBe([Modified, Cached]);
    }

    [Fact]
    public void Typing_csharp_leaves_locked_documents_cached()
    {
        Pipeline run = Pipeline.Start(Spec(Approved) with { Surface = "shop" }, Lock(LockOfShop)).Type("internal class Typed;");

        run.Reasons(PipelineSteps.Locked).ShouldBe([Cached]);
        run.Reasons(PipelineSteps.Clients).ShouldBe([Cached]);
        run.OutputReasons().ShouldAllBe(reason => reason == Cached);
    }

    [Fact]
    public void A_surface_is_emitted_as_comments_where_it_is_asked_for()
    {
        string[] lines = Pipeline.Start(Spec(Approved) with { Lock = "", Surface = "shop" }).Files
            .Single(file => file.Key == "Surface/shop.api.g.cs").Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines[0].ShouldBe("// <auto-generated/>");
        lines.Skip(1).ShouldAllBe(line => line.StartsWith("//| ", StringComparison.Ordinal));
        lines.ShouldContain("//| Order.Id: required string  // id");
        Pipeline.Start(Spec(Approved) with { Lock = "" }).Files.Keys.ShouldNotContain(name => name.EndsWith(".api.g.cs", StringComparison.Ordinal));
    }

    private static Pipeline Run(string document, string? locked = null) => Pipeline.Start(Spec(document), Lock(locked ?? LockOfShop));

    private static Item Spec(string document) => new(SpecPath, document) { Lock = LockPath };

    private static Item Lock(string text) => new(LockPath, text) { IsLock = true };

    private static string LockFor(string document)
    {
        var request = new Dari.Generator.Requests.ClientRequest
        {
            Source = new SpecSource(SpecPath, SourceText.From(document)),
            Namespace = "Acme.Shop",
            ClientName = "",
            IsPublic = true,
        };
        return LockText.Write(SpecLock.Of(SpecVersion.Read(request, default).Value!, "shop.yaml"));
    }
}
