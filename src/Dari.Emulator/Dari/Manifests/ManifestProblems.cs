using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>What is wrong with a manifest, gathered so that all of it is told at once.</summary>
internal sealed class ManifestProblems
{
    private readonly List<Finding> _findings = [];

    public void Add(string pointer, string rule, string message) => _findings.Add(new Finding("dari.yml", pointer, rule, message));

    public string Text(JsonObject holder, string at, string name)
    {
        string? text = Optional(holder, at, name);
        if (text is null && !holder.ContainsKey(name))
        {
            Add($"{at}/{name}", "missing", "Field required");
        }

        return text ?? "";
    }

    public string? Optional(JsonObject holder, string at, string name)
    {
        JsonNode? value = holder[name];
        if (value is JsonValue scalar && scalar.TryGetValue(out string? text) && text.Length > 0)
        {
            return text;
        }

        if (holder.ContainsKey(name))
        {
            Add($"{at}/{name}", "string_type", "Input should be a non-empty string");
        }

        return null;
    }

    public JsonObject? Map(JsonObject holder, string at, string name)
    {
        JsonNode? value = holder[name];
        if (value is not null and not JsonObject)
        {
            Add($"{at}/{name}", "dict_type", "Input should be a mapping");
        }

        return value as JsonObject;
    }

    public void Unknown(JsonObject holder, string at, params ReadOnlySpan<string> known)
    {
        foreach ((string name, _) in holder)
        {
            if (!known.Contains(name))
            {
                Add($"{at}/{name}", "extra_forbidden", "Extra inputs are not permitted");
            }
        }
    }

    public void OneOf(string? value, string at, params ReadOnlySpan<string> allowed)
    {
        if (value is not null && !allowed.Contains(value))
        {
            Add(at, "enum", $"Input should be one of {string.Join(", ", allowed)}");
        }
    }

    /// <exception cref="ServiceFault">422 with all that was found.</exception>
    public void ThrowIfAny()
    {
        if (_findings.Count > 0)
        {
            throw new ServiceFault(422, "invalid_manifest", "dari.yml is invalid.") { Findings = _findings };
        }
    }
}
