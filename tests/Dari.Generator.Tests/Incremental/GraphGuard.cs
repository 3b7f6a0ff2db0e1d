using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Generator.Tests.Incremental;

/// <summary>
/// Walks everything a pipeline keeps. What belongs to one compilation must not be among it: it would keep that
/// compilation in memory, and never compare equal to the next one's.
/// </summary>
internal static class GraphGuard
{
    public static void Check(GeneratorRunResult result, IEnumerable<string> steps)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (string step in steps)
        {
            foreach ((object value, IncrementalStepRunReason _) in result.TrackedSteps[step].SelectMany(run => run.Outputs))
            {
                Check(value, step, seen);
            }
        }
    }

    private static void Check(object? value, string place, HashSet<object> seen)
    {
        // Texts of documents are what the compiler itself keeps; descriptors and strings hold nothing else.
        if (value is null or string or Enum or SourceText or DiagnosticDescriptor || value.GetType().IsPrimitive)
        {
            return;
        }

        if (value is ISymbol or Compilation or SyntaxNode or SyntaxTree or Location or SyntaxToken or SemanticModel)
        {
            throw new InvalidOperationException(place + " keeps a " + value.GetType().Name);
        }

        if (!value.GetType().IsValueType && !seen.Add(value))
        {
            return;
        }

        if (value is ITuple tuple)
        {
            for (int i = 0; i < tuple.Length; i++)
            {
                Check(tuple[i], place + "." + i, seen);
            }
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Check(item, place + "[]", seen);
            }
        }

        for (Type? type = value.GetType(); type is not null && type.Assembly != typeof(object).Assembly; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Check(field.GetValue(value), place + "." + field.Name, seen);
            }
        }
    }
}
