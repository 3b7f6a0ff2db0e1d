using Dari.Generator.Diagnostics;
using Dari.Generator.Tests.Binding;

namespace Dari.Generator.Tests.Specs.Syntax;

public sealed class YamlFailureTests
{
    [Fact]
    public void An_open_list_is_reported_in_words_about_the_document()
    {
        DiagnosticInfo problem = Assert.Single(BinderHost.Bind("paths: [unclosed\ncomponents: {}\n").Problems);

        Assert.Equal("DARI001", problem.Descriptor.Id);
        Assert.Equal(2, problem.Location!.LineSpan.Start.Line);
        Assert.Contains("list '['", problem.Arguments[0], StringComparison.Ordinal);
    }
}
