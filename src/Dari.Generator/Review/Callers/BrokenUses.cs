using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Dari.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dari.Generator.Review.Callers;

/// <summary>
/// Starts from what the compiler has to say and looks for the member in it that a pending change is about. A use of such a
/// member that compiles is none that breaks: it handles null already, or does not care for the type.
/// </summary>
internal sealed class BrokenUses(SemanticModel model, PendingIndex pending)
{
    public IEnumerable<BrokenUse> Find(CancellationToken cancellationToken)
    {
        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        var seen = new HashSet<(int Line, string Reason)>();
        foreach (Diagnostic problem in model.GetDiagnostics(cancellationToken: cancellationToken).Where(IsBreak))
        {
            SyntaxNode node = root.FindNode(problem.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Cause(node, cancellationToken) is { } use
                && seen.Add((problem.Location.GetLineSpan().StartLinePosition.Line, use.Reason)))
            {
                yield return new BrokenUse(problem.Location, use);
            }
        }
    }

    /// <summary>Errors, and what the compiler says about null: CS8600 and the like.</summary>
    private static bool IsBreak(Diagnostic problem) => problem.Severity == DiagnosticSeverity.Error
        || (problem.Severity == DiagnosticSeverity.Warning && !problem.IsSuppressed
            && problem.Id.StartsWith("CS86", StringComparison.Ordinal));

    private PendingUseModel? Cause(SyntaxNode node, CancellationToken cancellationToken)
    {
        // What is nearest to the place: in it, then around it, up to the whole statement.
        for (SyntaxNode? part = node; part is not null; part = part.Parent)
        {
            if (In(part, cancellationToken) is { } use)
            {
                return use;
            }

            if (part is StatementSyntax or MemberDeclarationSyntax or AttributeSyntax)
            {
                break;
            }
        }

        return null;
    }

    private PendingUseModel? In(SyntaxNode part, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in part.DescendantNodesAndSelf(child => child is not AnonymousFunctionExpressionSyntax { Block: not null } || child == part))
        {
            PendingUseModel? use = node switch
            {
                SimpleNameSyntax name => OfName(name, cancellationToken),
                BaseObjectCreationExpressionSyntax creation => OfCreation(creation, cancellationToken),
                _ => null,
            };
            if (use is not null)
            {
                return use;
            }
        }

        return null;
    }

    private PendingUseModel? OfName(SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        foreach ((string space, PendingUseModel use) in pending.Named(name.Identifier.ValueText))
        {
            bool isIt = use.Member.Length > 0
                ? Owner(name, cancellationToken) is { } owner && IsOrDerives(owner, space, use.Type)
                : IsType(name, space, cancellationToken);
            if (isIt)
            {
                return use;
            }
        }

        return OfLocal(name, cancellationToken);
    }

    /// <summary>The type whose member a name is, also when it no longer has it.</summary>
    private ITypeSymbol? Owner(SimpleNameSyntax name, CancellationToken cancellationToken) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => TypeOf(access.Expression, cancellationToken),
        MemberBindingExpressionSyntax binding when binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access =>
            TypeOf(access.Expression, cancellationToken),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } assignment
            when assignment.Left == name => TypeOf(creation, cancellationToken),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: WithExpressionSyntax with } } assignment
            when assignment.Left == name => TypeOf(with, cancellationToken),
        NameColonSyntax { Parent: SubpatternSyntax { Parent.Parent: PatternSyntax pattern } } =>
            Plain(model.GetTypeInfo(pattern, cancellationToken).ConvertedType),
        _ => model.GetSymbolInfo(name, cancellationToken).Symbol?.ContainingType,
    };

    private ITypeSymbol? TypeOf(ExpressionSyntax expression, CancellationToken cancellationToken)
    {
        TypeInfo info = model.GetTypeInfo(expression, cancellationToken);
        return Plain(info.Type is null or IErrorTypeSymbol ? info.ConvertedType ?? model.GetSymbolInfo(expression, cancellationToken).Symbol as ITypeSymbol : info.Type);
    }

    private static ITypeSymbol? Plain(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsOrDerives(ITypeSymbol type, string space, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (PendingIndex.Is(current, space, name))
            {
                return true;
            }
        }

        // A member is declared by the interface of a group and used through its class as well.
        return type.AllInterfaces.Any(one => PendingIndex.Is(one, space, name));
    }

    /// <summary>A type that is another one now, or a name that is none any more where its namespace is used.</summary>
    private bool IsType(SimpleNameSyntax name, string space, CancellationToken cancellationToken)
    {
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name && model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is not INamespaceSymbol)
        {
            return false;
        }

        SymbolInfo info = model.GetSymbolInfo(name, cancellationToken);
        return info.Symbol switch
        {
            ITypeSymbol type => PendingIndex.Is(type, space, name.Identifier.ValueText),
            null => IsInScope(name, space),
            _ => false,
        };
    }

    private static bool IsInScope(SyntaxNode node, string space) =>
        node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Any(one => one.Name.ToString() == space || one.Name.ToString().StartsWith(space + ".", StringComparison.Ordinal))
        || node.SyntaxTree.GetRoot().DescendantNodes(child => child is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>().Any(one => one.Name?.ToString() == space || one.Name?.ToString() == "global::" + space)
        || (node.Parent is QualifiedNameSyntax qualified && qualified.Left.ToString().EndsWith(space, StringComparison.Ordinal));

    /// <summary>An object that lacks a member which must be set now.</summary>
    private PendingUseModel? OfCreation(BaseObjectCreationExpressionSyntax creation, CancellationToken cancellationToken)
    {
        if (TypeOf(creation, cancellationToken) is not { } type)
        {
            return null;
        }

        string[] set = [.. (creation.Initializer?.Expressions ?? default).OfType<AssignmentExpressionSyntax>().Select(one => one.Left.ToString())];
        return pending.MembersOf(type)
            .FirstOrDefault(use => Array.IndexOf(set, use.Member) < 0
                && type.GetMembers(use.Member).OfType<IPropertySymbol>().Any(property => property.IsRequired));
    }

    /// <summary>A variable whose type was taken from a member that is another one now.</summary>
    private PendingUseModel? OfLocal(SimpleNameSyntax name, CancellationToken cancellationToken)
    {
        if (name is not IdentifierNameSyntax || model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol local)
        {
            return null;
        }

        return local.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellationToken))
            .OfType<VariableDeclaratorSyntax>()
            .Where(variable => variable.Parent is VariableDeclarationSyntax { Type.IsVar: true } && variable.Span.End <= name.SpanStart)
            .SelectMany(variable => variable.Initializer?.Value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>() ?? [])
            .Where(inner => inner.Identifier.ValueText != name.Identifier.ValueText)
            .Select(inner => OfName(inner, cancellationToken))
            .FirstOrDefault(use => use is not null);
    }
}
