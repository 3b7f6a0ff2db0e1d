using System.Collections.Generic;
using System.Linq;

namespace Dari.Generator.Emit.Json;

/// <summary>Tables of names that the runtime looks members and values up in.</summary>
internal static class NameTableEmitter
{
    public static Code Names(IEnumerable<string> names) => $"private static readonly NameTable Names = new({Argument(names)});";

    public static Code Known(IEnumerable<string> values) => $"private static readonly KnownStrings Known = new({Argument(values)});";

    // Joined they cost one literal; a name that has a line feed itself, or is the only one and empty, cannot be joined.
    private static Code Argument(IEnumerable<string> names)
    {
        string[] all = names.ToArray();
        bool canJoin = all.All(name => name.IndexOf('\n') < 0) && !(all.Length == 1 && all[0].Length == 0);
        return Code.Either(canJoin, $"{Literal.Utf8Lines(all)}", $"new string[] {{ {Lines.Inline(all.Select(Item))} }}");
    }

    private static Code Item(string name) => $"{Literal.String(name)}";
}
