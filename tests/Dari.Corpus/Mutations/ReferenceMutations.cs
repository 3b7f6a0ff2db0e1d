using System.Text.Json.Nodes;

namespace Dari.Corpus.Mutations;

/// <summary>The same said by reference: chains, escapes, places deeper than a component, shared parameters, bodies and answers.</summary>
internal sealed class ReferenceMutations(JsonObject root, bool isSwagger, Random random)
{
    private int _made;

    private JsonObject Holder => isSwagger ? root : Member(root, "components");

    private string Prefix => isSwagger ? "#/" : "#/components/";

    private string Schemas => isSwagger ? "definitions" : "schemas";

    public void Change(JsonObject operation, JsonObject? schema)
    {
        switch (random.Next(6))
        {
            case 0 when schema is not null: Chain(schema); break;
            case 1 when schema is not null: Encode(schema); break;
            case 2 when schema is not null: Deepen(schema); break;
            case 3: Share(operation, "parameters", "parameters"); break;
            case 4: Response(operation); break;
            case 5 when !isSwagger: Body(operation); break;
        }
    }

    /// <summary>Names that lead to names.</summary>
    private void Chain(JsonObject schema)
    {
        if (schema.Count == 1 && schema["$ref"]?.ToString() is { } reference && reference.StartsWith(Prefix + Schemas + "/", StringComparison.Ordinal))
        {
            string name = "Alias" + ++_made;
            Member(Holder, Schemas)[name] = new JsonObject { ["$ref"] = reference };
            Member(Holder, Schemas)[name + "Again"] = new JsonObject { ["$ref"] = $"{Prefix}{Schemas}/{name}" };
            schema["$ref"] = $"{Prefix}{Schemas}/{name}Again";
        }
    }

    /// <summary>A letter as its percent code, which means the same.</summary>
    private void Encode(JsonObject schema)
    {
        if (schema["$ref"]?.ToString() is { } reference && char.IsAsciiLetter(reference[^1]))
        {
            schema["$ref"] = reference[..^1] + Uri.HexEscape(reference[^1]);
        }
    }

    /// <summary>A member of a component, where it stands.</summary>
    private void Deepen(JsonObject schema)
    {
        (string Name, JsonObject Properties)[] all = [.. Member(Holder, Schemas)
            .Where(one => one.Key.All(char.IsAsciiLetterOrDigit) && one.Value is JsonObject { } value && value["properties"] is JsonObject { Count: > 0 })
            .Select(one => (one.Key, (JsonObject)one.Value!["properties"]!))];
        if (all.Length > 0 && schema["properties"] is JsonObject properties)
        {
            (string name, JsonObject members) = all[random.Next(all.Length)];
            string member = members.ElementAt(random.Next(members.Count)).Key;
            if (member.All(char.IsAsciiLetterOrDigit) && members[member] is JsonObject)
            {
                properties.TryAdd("deep" + ++_made, new JsonObject { ["$ref"] = $"{Prefix}{Schemas}/{name}/properties/{member}" });
            }
        }
    }

    private void Share(JsonObject operation, string list, string kind)
    {
        if (operation[list] is JsonArray { Count: > 0 } items && random.Next(items.Count) is var i && items[i] is JsonObject item && !item.ContainsKey("$ref"))
        {
            string name = "shared." + ++_made;
            Member(Holder, kind)[name] = item.DeepClone();
            items[i] = new JsonObject { ["$ref"] = Prefix + kind + "/" + name };
        }
    }

    private void Response(JsonObject operation)
    {
        if (operation["responses"] is JsonObject { Count: > 0 } responses && responses.ElementAt(random.Next(responses.Count)) is var (status, response)
            && response is JsonObject value && !value.ContainsKey("$ref"))
        {
            string name = "Answer-" + ++_made;
            Member(Holder, "responses")[name] = value.DeepClone();
            responses[status] = new JsonObject { ["$ref"] = Prefix + "responses/" + name };
        }
    }

    private void Body(JsonObject operation)
    {
        if (operation["requestBody"] is JsonObject body && !body.ContainsKey("$ref"))
        {
            string name = "Body_" + ++_made;
            Member(Holder, "requestBodies")[name] = body.DeepClone();
            operation["requestBody"] = new JsonObject { ["$ref"] = "#/components/requestBodies/" + name };
        }
    }

    private static JsonObject Member(JsonObject holder, string name)
    {
        if (holder[name] is not JsonObject member)
        {
            holder[name] = member = [];
        }

        return member;
    }
}
