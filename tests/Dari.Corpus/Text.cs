using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Dari.Corpus;

/// <summary>What went wrong, on one line.</summary>
internal static class Text
{
    public static string OneLine(Exception exception)
    {
        while (exception is TargetInvocationException or TypeInitializationException && exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return Short(exception.GetType().Name + ": " + exception.Message, 400);
    }

    public static string OneLine(Diagnostic problem) => Short(problem.ToString(), 400);

    public static string Short(string text, int length = 200)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, length), "…");
    }
}
