using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Dari.Generator.Fixes;

/// <summary>
/// Throws where a value that may be null now is null: the code goes on to mean what it meant. What else to do then, nobody but
/// its author knows.
/// </summary>
internal static class NullFix
{
    public static BrokenUseFix? Of(SyntaxNode root, SemanticModel model, SyntaxNode node, string name)
    {
        ExpressionSyntax[] uses = [.. Uses(node, name, model)];
        return uses.Length == 0 ? null : new BrokenUseFix(
            "Throw where '" + name + "' is null",
            root.ReplaceNodes(uses, (_, use) => Checked(use, name)));
    }

    /// <summary>The member itself, else the variables that hold it.</summary>
    private static IEnumerable<ExpressionSyntax> Uses(SyntaxNode node, string name, SemanticModel model)
    {
        ExpressionSyntax[] inside = [.. node.DescendantNodesAndSelf().OfType<ExpressionSyntax>()];
        ExpressionSyntax[] members = [.. inside.OfType<MemberAccessExpressionSyntax>().Where(access => access.Name.Identifier.ValueText == name)];
        return members.Length > 0 ? members : inside.OfType<IdentifierNameSyntax>().Where(variable => MayBeNull(variable, model));
    }

    private static bool MayBeNull(IdentifierNameSyntax variable, SemanticModel model)
    {
        ITypeSymbol? type = (model.GetSymbolInfo(variable).Symbol as ILocalSymbol)?.Type;
        return type is { NullableAnnotation: NullableAnnotation.Annotated } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
    }

    private static ExpressionSyntax Checked(ExpressionSyntax use, string name)
    {
        ExpressionSyntax bare = use.WithoutTrivia();
        ExpressionSyntax message = SyntaxFactory.LiteralExpression(
            SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("'" + name + "' is null."));
        ExpressionSyntax thrown = SyntaxFactory.ThrowExpression(SyntaxFactory.ObjectCreationExpression(
            SyntaxFactory.ParseTypeName("global::System.InvalidOperationException").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(message))),
            initializer: null));
        ExpressionSyntax check = SyntaxFactory.BinaryExpression(SyntaxKind.CoalesceExpression, bare, thrown).NormalizeWhitespace();
        return SyntaxFactory.ParenthesizedExpression(check)
            .WithTriviaFrom(use)
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
    }
}
