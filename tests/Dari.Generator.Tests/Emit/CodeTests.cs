using Dari.Generator.Emit;
using Dari.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dari.Generator.Tests.Emit;

public sealed class CodeTests
{
    [Fact]
    public void Nested_code_keeps_the_margin_of_its_hole()
    {
        Code inner = $$"""
            one

            two
            """;

        Text($$"""
            {
                {{inner}}
            }
            """).ShouldBe("{\n    one\n\n    two\n}\n");
    }

    [Fact]
    public void A_hole_behind_text_keeps_the_margin_of_its_line()
    {
        Code inner = $$"""
            new()
            {
            };
            """;

        Text($$"""
                x = {{inner}}
            """).ShouldBe("    x = new()\n    {\n    };\n");
    }

    [Fact]
    public void A_line_that_holds_only_what_is_dropped_vanishes()
    {
        Text($$"""
            a
              {{Code.Drop}}
            b{{Code.Drop}}
            {{Code.LineWhen(false, $"c")}}
            {{Code.LineWhen(true, $"d")}}
            """).ShouldBe("a\nb\nd\n");
    }

    [Fact]
    public void Nothing_inline_leaves_the_line() => Text($"a{Code.When(false, $"b")}c").ShouldBe("ac\n");

    [Fact]
    public void Ends_of_lines_are_trimmed() => Text($"a {Code.Empty}\n\n   \nb").ShouldBe("a\n\n\nb\n");

    [Fact]
    public void Parts_that_are_dropped_leave_no_separator()
    {
        Text(Lines.Spaced($"a", Code.Drop, $"b")).ShouldBe("a\n\nb\n");
        Text(Lines.Inline([$"a", Code.Drop, $"b"])).ShouldBe("a, b\n");
        Lines.Stacked(Code.Drop, Code.Drop).IsDrop.ShouldBeTrue();
    }

    [Fact]
    public void Names_of_the_framework_ask_for_their_usings()
    {
        var text = new FileText(new FrameworkNames([]));
        text.Append($"/// <see cref=\"ApiException{{T}}\"/> Task Uri\nTask<Guid> a = x.Stream + {Literal.String("Uri")} + {Identifier.From("JsonElement")}Json;");

        text.Namespaces.Order().ShouldBe(["Dari", "System", "System.Threading.Tasks"]);
    }

    [Fact]
    public void Names_that_the_document_declares_too_are_written_in_full()
    {
        var text = new FileText(new FrameworkNames(["Task", "ObsoleteAttribute"]));
        text.Append($"[Obsolete] Task {Identifier.From("Task")} = {Identifier.From("Task")}Json;");

        text.ToString().ShouldBe("[global::System.Obsolete] global::System.Threading.Tasks.Task Task = TaskJson;\n");
        text.Namespaces.ShouldBeEmpty();
    }

    /// <summary>The compiler keeps text of a document out of templates; this is where it is made to.</summary>
    [Fact]
    public void A_string_in_a_hole_does_not_compile()
    {
        const string Template = """
            internal static class Template
            {
                public static Dari.Generator.Emit.Code Of(string text) => $"class {text}";
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Dari.Generator.Tests",
            [CSharpSyntaxTree.ParseText(Template, new CSharpParseOptions(LanguageVersion.CSharp12))],
            [.. Snapshots.Frameworks.Running, MetadataReference.CreateFromFile(typeof(Code).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        compilation.GetDiagnostics().ShouldHaveSingleItem().Id.ShouldBe("CS0619");
    }

    private static string Text(Code code)
    {
        var text = new FileText(new FrameworkNames([]));
        text.Append(code);
        return text.ToString();
    }
}
