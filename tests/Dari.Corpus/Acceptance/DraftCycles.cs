using System.Text.Json.Nodes;

namespace Dari.Corpus.Acceptance;

/// <summary>
/// Takes away references by which a schema applies itself to the same value again, as where a base lists its cases and each case
/// builds on the base: a validator would never end.
/// </summary>
internal static class DraftCycles
{
    private static readonly string[] Lists = ["allOf", "anyOf", "oneOf"];

    /// <summary>The names that were referred to. Those that must hold go before those that may, which keeps choices as they are.</summary>
    public static IReadOnlyList<string> Break(JsonObject definitions)
    {
        Dictionary<string, Edge[]> edges = definitions.ToDictionary(
            definition => definition.Key, definition => Edges(definition.Value!.AsObject(), isChoice: false).ToArray(), StringComparer.Ordinal);
        var broken = new List<string>();
        foreach (bool isChoice in new[] { false, true })
        {
            foreach ((string from, Edge[] own) in edges)
            {
                foreach (Edge edge in own.Where(edge => edge.IsChoice == isChoice && Reaches(edge.Target, from)))
                {
                    edge.Node.Remove("$ref");
                    broken.Add(edge.Target);
                }
            }
        }

        return broken;

        bool Reaches(string start, string end)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { start };
            var open = new Stack<string>(seen);
            while (open.TryPop(out string? name))
            {
                if (name == end)
                {
                    return true;
                }

                foreach (Edge edge in edges[name].Where(edge => edge.Node.ContainsKey("$ref") && seen.Add(edge.Target)))
                {
                    open.Push(edge.Target);
                }
            }

            return false;
        }
    }

    private static IEnumerable<Edge> Edges(JsonObject schema, bool isChoice)
    {
        if (schema["$ref"] is { } reference)
        {
            yield return new Edge(schema, reference.ToString().Split('/')[^1], isChoice);
        }

        foreach (string keyword in Lists)
        {
            foreach (JsonNode? part in schema[keyword] as JsonArray ?? [])
            {
                foreach (Edge edge in Edges(part!.AsObject(), isChoice || keyword != "allOf"))
                {
                    yield return edge;
                }
            }
        }

        foreach (Edge edge in schema["not"] is JsonObject excluded ? Edges(excluded, isChoice: true) : [])
        {
            yield return edge;
        }
    }

    private sealed record Edge(JsonObject Node, string Target, bool IsChoice);
}
