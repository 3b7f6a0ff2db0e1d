using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Corpus.Generation;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;
using Dari.Generator.Model;

namespace Dari.Corpus.Checks;

/// <summary>Reads instances of each model's schema into the model, and writes them again.</summary>
internal static class RoundTripCheck
{
    private static readonly Fullness[] Trips = [Fullness.None, Fullness.All, Fullness.Some, Fullness.Some];

    public static void Run(SpecJson spec, LoadedClient client, int seed, DocumentRow row)
    {
        // What is described at several places is read as part of what it belongs to.
        ILookup<string, TypeModel> byPlace = client.Model.Types.Where(LoadedClient.HasJson).ToLookup(type => type.Pointer, StringComparer.Ordinal);
        foreach (TypeModel type in client.Model.Types.Where(type => LoadedClient.HasJson(type) && !type.IsJoined))
        {
            // A generic schema is another one for each of those who refer to it, and is read as part of them.
            if (byPlace[type.Pointer].Count() > 1 && SpecJson.ResourceOf(spec.At(type.Pointer)) is not null)
            {
                continue;
            }

            if (spec.At(type.Pointer) is not { } schema)
            {
                row.TripsFailed++;
                row.Failures.Add($"{type.Name}: its pointer '{type.Pointer}' names nothing");
                continue;
            }

            string[] place = type.Pointer.Split('/');
            string? name = place.Length == (spec.IsSwagger ? 3 : 4) ? place[^1] : null;
            for (int i = 0; i < Trips.Length; i++)
            {
                Trip(type, client, row, () => new InstanceWriter(spec, new Random(HashCode(type.Pointer, seed, i)), Trips[i]).Write(schema, name));
            }
        }
    }

    private static void Trip(TypeModel type, LoadedClient client, DocumentRow row, Func<JsonNode?> write)
    {
        JsonNode? sent = null;
        try
        {
            sent = write();

            // Of "type: [object, string]" the record is one of the cases, at the place of both.
            if (sent is null || (type is ObjectModel && sent is not JsonObject))
            {
                return;
            }

            Type clr = client.TypeOf(type.Name.Plain);
            object? value = JsonSerializer.Deserialize(sent.ToJsonString(), clr, client.Json);
            JsonNode? got = JsonNode.Parse(JsonSerializer.Serialize(value, clr, client.Json));
            if (JsonValues.Difference(sent, got) is { } difference)
            {
                throw new InvalidDataException(difference);
            }

            row.TripsPassed++;
        }
        catch (NoInstanceException)
        {
            // Nothing can be sent.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            row.TripsFailed++;
            row.Failures.Add($"{type.Pointer} ({type.GetType().Name}): {Text.OneLine(exception)} of {Text.Short(sent?.ToJsonString() ?? "", 160)}");
        }
    }

    // Not string.GetHashCode, which differs from run to run.
    private static int HashCode(string pointer, int seed, int trip) =>
        pointer.Aggregate((seed * 31) + trip, static (hash, character) => unchecked((hash * 31) + character));
}
