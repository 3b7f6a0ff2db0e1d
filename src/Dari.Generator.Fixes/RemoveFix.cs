using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dari.Generator.Fixes;

/// <summary>Does not set a member any more that is gone. What is done with its value elsewhere, nobody but its author knows.</summary>
internal static class RemoveFix
{
    public static BrokenUseFix? Of(SyntaxNode root, SyntaxNode node, string name)
    {
        AssignmentExpressionSyntax? assignment = node.FirstAncestorOrSelf<AssignmentExpressionSyntax>();
        return assignment is { Parent: InitializerExpressionSyntax initializer, Left: IdentifierNameSyntax left } && left.Identifier.ValueText == name
            ? new BrokenUseFix("Do not set '" + name + "'", root.ReplaceNode(initializer, Without(initializer, assignment)))
            : null;
    }

    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax assignment)
    {
        SeparatedSyntaxList<ExpressionSyntax> all = initializer.Expressions;
        int at = all.IndexOf(assignment);
        SeparatedSyntaxList<ExpressionSyntax> rest = all.RemoveAt(at);
        bool isLast = at == all.Count - 1 && all.SeparatorCount < all.Count && rest.Count > 0;

        // What stood between the last one and the brace stands there still.
        return initializer.WithExpressions(isLast
            ? rest.Replace(rest[rest.Count - 1], rest[rest.Count - 1].WithTrailingTrivia(assignment.GetTrailingTrivia()))
            : rest);
    }
}
