using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dari.Generator.Fixes;

/// <summary>Uses the new name of what is called in another way.</summary>
internal static class RenameFix
{
    public static BrokenUseFix? Of(SyntaxNode root, SyntaxNode node, string name, string now)
    {
        SimpleNameSyntax? use = Statement(node).DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .FirstOrDefault(one => one.Identifier.ValueText == name && (node.Span.Contains(one.Span) || one.Span.Contains(node.Span)))
            ?? Statement(node).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault(one => one.Identifier.ValueText == name);
        if (use is null)
        {
            return null;
        }

        SyntaxToken identifier = SyntaxFactory.Identifier(now).WithTriviaFrom(use.Identifier);
        return new BrokenUseFix("Use the new name '" + now + "'", root.ReplaceToken(use.Identifier, identifier));
    }

    private static SyntaxNode Statement(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(one => one is StatementSyntax or MemberDeclarationSyntax) ?? node;
}
