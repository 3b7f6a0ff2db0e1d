using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>Names of secrets and environment variables.</summary>
internal static partial class Names
{
    public static void CheckList(JsonObject? holder, string at, string name, ManifestProblems problems)
    {
        switch (holder?[name])
        {
            case null:
                return;
            case JsonArray items:
                for (int index = 0; index < items.Count; index++)
                {
                    Check(items[index]?.ToString() ?? "", $"{at}/{name}/{index}", problems);
                }

                return;
            default:
                problems.Add($"{at}/{name}", "list_type", "Input should be a list");
                return;
        }
    }

    public static void CheckMap(JsonObject? map, string at, ManifestProblems problems)
    {
        foreach ((string name, _) in map ?? [])
        {
            Check(name, $"{at}/{name}", problems);
        }
    }

    private static void Check(string name, string at, ManifestProblems problems)
    {
        if (!Pattern().IsMatch(name))
        {
            problems.Add(at, "string_pattern_mismatch", "Names are upper-case letters, digits and underscores");
        }
    }

    [GeneratedRegex(@"\A[A-Z_][A-Z0-9_]*\z")]
    private static partial Regex Pattern();
}
