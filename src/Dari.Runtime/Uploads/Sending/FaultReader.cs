using System.Net;
using System.Text.Json;

namespace Dari.Uploads.Sending;

/// <summary>Finds out of an error's body and status which fault of uploads it is.</summary>
internal sealed class FaultReader(IReadOnlyDictionary<string, UploadFault> faults, IReadOnlyList<string> paths)
{
    internal UploadFault? Find(ApiException error)
    {
        foreach (string word in Words(error.Body))
        {
            if (faults.TryGetValue(word, out UploadFault fault))
            {
                return fault;
            }
        }

        // What these statuses mean needs no words: RFC 9110, 15.5.11 and 15.5.14; RFC 4918, 11.5.
        return error.StatusCode switch
        {
            HttpStatusCode.RequestEntityTooLarge => UploadFault.TooLarge,
            HttpStatusCode.InsufficientStorage => UploadFault.QuotaExceeded,
            HttpStatusCode.Gone => UploadFault.Expired,
            _ => null,
        };
    }

    private List<string> Words(string? body)
    {
        var words = new List<string>();
        if (body is null || paths.Count == 0)
        {
            return words;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            foreach (string path in paths)
            {
                if (At(document.RootElement, path) is { } word)
                {
                    words.Add(word);
                }
            }
        }
        catch (JsonException)
        {
            // A page of a proxy, or a body that was cut: there are no words in it.
        }

        return words;
    }

    private static string? At(JsonElement element, string path)
    {
        foreach (string name in path.Split('/'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
