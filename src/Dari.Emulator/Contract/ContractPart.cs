using System.Text.Json.Nodes;

namespace Dari.Emulator.Contract;

/// <summary>A part of a form.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Required">Whether it has to be there.</param>
/// <param name="Value">What its text has to be; null for a file.</param>
internal sealed record ContractPart(string Name, bool Required, SchemaCheck? Value)
{
    public static IReadOnlyList<ContractPart> ReadAll(JsonObject root, JsonObject form)
    {
        HashSet<string> required = [.. form.Items("required").Select(static name => name!.GetValue<string>())];
        return [.. form.Members("properties").Select(pair =>
        {
            JsonObject schema = ContractNodes.Resolve(root, pair.Value);
            bool file = schema.Text("format") == "binary" || schema["contentMediaType"] is not null;
            return new ContractPart(pair.Key, required.Contains(pair.Key), file ? null : new SchemaCheck(root, pair.Value, forRequest: true));
        })];
    }
}
