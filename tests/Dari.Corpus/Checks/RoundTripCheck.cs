using System.Text.Json;
using System.Text.Json.Nodes;
using Dari.Corpus.Acceptance;
using Dari.Corpus.Generation;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;
using Dari.Generator.Model;

namespace Dari.Corpus.Checks;

/// <summary>Reads instances of each model's schema into the model, and writes them again.</summary>
internal static class RoundTripCheck
{
    private const int Attempts = 4;

    // The last ones have values of enumerations that the document does not list yet.
    private static readonly (Fullness Fullness, bool HasUnknownValues)[] Trips =
        [(Fullness.None, false), (Fullness.All, false), (Fullness.Some, false), (Fullness.All, true), (Fullness.Some, true)];

    public static void Run(SpecJson spec, LoadedClient client, OtherValidator other, int seed, DocumentRow row)
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
                (Fullness fullness, bool hasUnknownValues) = Trips[i];
                int hash = HashCode(type.Pointer, seed, i);
                Trip(type, client, other, row, !hasUnknownValues, attempt =>
                    new InstanceWriter(spec, new Random(hash + (attempt * 7919)), fullness) { HasUnknownValues = hasUnknownValues }.Write(schema, name));
            }
        }
    }

    private static void Trip(TypeModel type, LoadedClient client, OtherValidator other, DocumentRow row, bool isValid, Func<int, JsonNode?> write)
    {
        string text = "";
        try
        {
            // What fits two cases of "oneOf" by chance is none of it: another try may fit one.
            JsonNode? sent = null;
            IReadOnlyList<string>? errors = null;
            for (int attempt = 0; attempt < (isValid ? Attempts : 1) && (attempt == 0 || errors is { Count: > 0 }); attempt++)
            {
                sent = write(attempt);

                // Of "type: [object, string]" the record is one of the cases, at the place of both.
                if (sent is null || (type is ObjectModel && sent is not JsonObject))
                {
                    return;
                }

                text = sent.ToJsonString();
                errors = other.Errors(type, text);
            }

            Type clr = client.TypeOf(type.Name.Plain);
            object? value = JsonSerializer.Deserialize(text, clr, client.Json);
            string written = JsonSerializer.Serialize(value, clr, client.Json);
            string? fault = JsonValues.Difference(sent, JsonNode.Parse(written)) ?? Verdict.Fault(other, type, (text, errors), written, isValid, row);
            if (fault is not null)
            {
                throw new InvalidDataException(fault);
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
            row.Failures.Add($"{type.Pointer} ({type.GetType().Name}): {Text.OneLine(exception)} of {Text.Short(text, 160)}");
        }
    }

    // Not string.GetHashCode, which differs from run to run.
    private static int HashCode(string pointer, int seed, int trip) =>
        pointer.Aggregate((seed * 31) + trip, static (hash, character) => unchecked((hash * 31) + character));
}
