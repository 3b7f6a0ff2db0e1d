using System.Text.Json;
using Dari.Idempotency.Requests;
using Dari.Json;

namespace Dari.Validation;

/// <summary>Holds a value against rules, as it would be sent: what is left out is demanded nothing of.</summary>
public static class Validator
{
    /// <summary>Checks a value with all that it contains.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>Every violation, in the order of the JSON; empty when there is none.</returns>
    public static IReadOnlyList<Violation> Check<T>(T value, WriteJson<T> write, ValueRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var found = new List<Violation>();
        Check(AnyJson.FromModel(value, write), rules, "", found);
        return found;
    }

    private static void Check(JsonElement value, ValueRules rules, string pointer, List<Violation> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                NumberRules.Check(value.GetRawText(), rules, pointer, found);
                break;
            case JsonValueKind.String:
                TextRules.Check(value.GetString()!, rules, pointer, found);
                break;
            case JsonValueKind.Array:
                List(value, rules, pointer, found);
                break;
            case JsonValueKind.Object:
                Object(value, rules, pointer, found);
                break;
            default:
                break;
        }

        if (rules.Type is { } type)
        {
            Check(value, type(), pointer, found);
        }
    }

    private static void List(JsonElement list, ValueRules rules, string pointer, List<Violation> found)
    {
        Count(list.GetArrayLength(), rules.MinItems, rules.MaxItems, "Items", "items", pointer, found);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int index = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            string place = $"{pointer}/{index++}";
            if (rules.UniqueItems && !seen.Add(Canonical(item)))
            {
                found.Add(new Violation(place, "uniqueItems", "The item stands in the list before."));
            }

            if (rules.Items is { } each)
            {
                Check(item, each, place, found);
            }
        }
    }

    private static void Object(JsonElement value, ValueRules rules, string pointer, List<Violation> found)
    {
        Count(value.EnumerateObject().Count(), rules.MinProperties, rules.MaxProperties, "Properties", "members", pointer, found);
        foreach ((string name, string[] needed) in rules.DependentRequired)
        {
            if (value.TryGetProperty(name, out _) && Array.Find(needed, one => !value.TryGetProperty(one, out _)) is { } missing)
            {
                found.Add(new Violation(pointer, "dependentRequired", $"Where '{name}' is, '{missing}' is needed."));
            }
        }

        foreach (JsonProperty member in value.EnumerateObject())
        {
            ValueRules? own = rules.Members?.GetValueOrDefault(member.Name) ?? rules.Values;
            if (own is not null)
            {
                string name = member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                Check(member.Value, own, $"{pointer}/{name}", found);
            }
        }

        Case(value, rules, pointer, found);
    }

    /// <summary>The case that the discriminator names; without one, the case that fits best.</summary>
    private static void Case(JsonElement value, ValueRules rules, string pointer, List<Violation> found)
    {
        string? kind = rules.Discriminator is { } name && value.TryGetProperty(name, out JsonElement told) ? told.ToString() : null;
        List<Violation>? best = null;
        foreach ((string of, Func<ValueRules> one) in rules.Cases)
        {
            if (rules.Discriminator is null || of == kind)
            {
                var tried = new List<Violation>();
                Check(value, one(), pointer, tried);
                best = best is null || tried.Count < best.Count ? tried : best;
            }
        }

        found.AddRange(best ?? []);
    }

    private static void Count(long count, long? least, long? most, string rule, string what, string pointer, List<Violation> found)
    {
        if (count < least)
        {
            found.Add(new Violation(pointer, "min" + rule, $"At least {least} {what} are needed."));
        }

        if (count > most)
        {
            found.Add(new Violation(pointer, "max" + rule, $"At most {most} {what} are allowed."));
        }
    }

    private static string Canonical(JsonElement value) =>
        Convert.ToBase64String(CanonicalJson.Of(JsonText.ToUtf8(value, JsonWrite.AnyValue), null));
}
