using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>Reads who may call an operation.</summary>
internal static class ContractSecurity
{
    public static IReadOnlyDictionary<string, SecurityScheme> ReadSchemes(JsonObject root) =>
        ((root["components"] as JsonObject).Members("securitySchemes"))
        .ToDictionary(static pair => pair.Key, pair => ReadScheme(pair.Key, ContractNodes.Resolve(root, pair.Value)));

    /// <summary>The schemes of which one has to be met; empty where anyone may call.</summary>
    public static IReadOnlyList<string> ReadRequirements(JsonObject root, JsonObject operation)
    {
        JsonArray? alternatives = (operation["security"] ?? root["security"]) as JsonArray;
        return alternatives is null || alternatives.Any(static one => one is JsonObject { Count: 0 })
            ? []
            : [.. alternatives.OfType<JsonObject>().SelectMany(static one => one.Select(static scheme => scheme.Key))];
    }

    private static SecurityScheme ReadScheme(string name, JsonObject scheme) =>
        (scheme.Text("type"), scheme.Text("in"), scheme.Text("scheme")?.ToLowerInvariant()) switch
        {
            ("apiKey", "header", _) => new SecurityScheme(name, scheme.Text("name")!, ""),
            ("http", _, "bearer") or ("oauth2", _, _) => new SecurityScheme(name, "Authorization", "Bearer "),
            _ => throw new FormatException($"The security scheme '{name}' is of a kind that is not emulated."),
        };
}
