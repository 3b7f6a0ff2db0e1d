using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Tests.Specs.Syntax;

/// <summary>A tree on one line: strings in single quotes, everything else bare.</summary>
internal static class TreeText
{
    public static string Of(SpecNode node) => node.Kind switch
    {
        SpecNodeKind.Null => "null",
        SpecNodeKind.String => "'" + node.Text + "'",
        SpecNodeKind.Array => "[" + string.Join(", ", node.Items.Select(Of)) + "]",
        SpecNodeKind.Object => "{" + string.Join(", ", node.Members.Select(member => member.Name + ": " + Of(member.Value))) + "}",
        _ => node.Text,
    };

    /// <summary>The part of the text that a node says it stands in.</summary>
    public static string Slice(this SpecNode node, string text) => text[node.Start..node.End];
}
