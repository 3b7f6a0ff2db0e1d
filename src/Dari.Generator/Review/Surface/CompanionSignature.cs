using System;
using System.Linq;
using Dari.Generator.Emit;
using Dari.Generator.Emit.Companions;
using Dari.Generator.Model;

namespace Dari.Generator.Review.Surface;

/// <summary>What stands beside an operation's own method, as the interface declares it, on one line.</summary>
internal static class CompanionSignature
{
    public static string Of(CompanionModel companion, OperationModel operation, ClientScope scope)
    {
        string[] lines = CodeText.Of(CompanionEmitter.Declaration(companion, operation, scope)).Split('\n');
        string declared = string.Join(" ", lines
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith("[", StringComparison.Ordinal)));
        return Shorten(declared.TrimEnd(';', ' '), " " + companion.Name.Text);
    }

    /// <summary><c>Task&lt;Pet&gt; (string id)</c> for a method, <c>Uploads</c> for a property.</summary>
    private static string Shorten(string declared, string name)
    {
        int method = declared.IndexOf(name + "(", StringComparison.Ordinal);
        if (method >= 0)
        {
            return declared.Substring(0, method) + " (" + declared.Substring(method + name.Length + 1).TrimStart();
        }

        int property = declared.IndexOf(name, StringComparison.Ordinal);
        return property >= 0 ? declared.Substring(0, property) : declared;
    }
}
