using System.Text;
using System.Text.RegularExpressions;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>A pattern over file names: <c>*</c>, <c>?</c> and <c>[abc]</c>, as <c>find -name</c> has it.</summary>
internal static class GlobPattern
{
    /// <summary>The expression that matches the whole of a name.</summary>
    /// <exception cref="ServiceFault">The pattern is empty or an opening bracket never closes.</exception>
    public static Regex Compile(string pattern)
    {
        if (pattern.Length == 0)
        {
            throw SandboxFault.Fields("The pattern is empty.");
        }

        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            expression.Append(pattern[i] switch
            {
                '*' => ".*",
                '?' => ".",
                '[' => Set(pattern, ref i),
                var other => Regex.Escape(other.ToString()),
            });
        }

        return new Regex(
            expression.Append('$').ToString(),
            RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }

    private static string Set(string pattern, ref int i)
    {
        // A bracket right after the opening one stands for itself.
        var close = i + 2 < pattern.Length ? pattern.IndexOf(']', i + 2) : -1;
        if (close < 0)
        {
            throw SandboxFault.Fields("The pattern has a bracket that never closes.");
        }

        var members = pattern[(i + 1)..close];
        i = close;
        var isNegated = members[0] is '!' or '^' && members.Length > 1;
        var escaped = string.Concat((isNegated ? members[1..] : members)
            .Select(member => member is '\\' or ']' or '[' or '^' ? "\\" + member : member.ToString()));
        return $"[{(isNegated ? "^" : "")}{escaped}]";
    }
}
