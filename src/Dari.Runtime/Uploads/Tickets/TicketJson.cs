using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Dari.Uploads.Tickets;

/// <summary>A ticket as JSON. Another version of the form is refused, not guessed at.</summary>
internal static class TicketJson
{
    private const int Version = 1;

    internal static void Write(IBufferWriter<byte> target, TicketData data)
    {
        using var json = new Utf8JsonWriter(target, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("operation", data.Operation);
        json.WriteString("scope", data.Scope);
        json.WriteString("uploadId", data.UploadId);
        json.WriteString("createKey", data.CreateKey);
        json.WriteString("completeKey", data.CompleteKey);
        json.WriteString("request", data.Request);
        json.WriteStartObject("source");
        json.WriteString("kind", data.Source.Kind.ToString());
        json.WriteString("path", data.Source.Path);
        json.WriteNumber("length", data.Source.Length);
        json.WriteNumber("modified", data.Source.ModifiedTicks);
        json.WriteString("listing", data.Source.Listing);
        json.WriteEndObject();
        if (data.Layout is { } layout)
        {
            WriteParts(json, data, layout);
        }

        json.WriteEndObject();
    }

    /// <exception cref="UploadException">It is no ticket.</exception>
    internal static TicketData Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException
            or FormatException or ArgumentException)
        {
            throw new UploadException(
                UploadFault.TicketMismatch, "This is no ticket of an upload. Delete it to begin anew.", null, fault);
        }
    }

    private static void WriteParts(Utf8JsonWriter json, TicketData data, PartLayout layout)
    {
        json.WriteStartObject("parts");
        json.WriteNumber("size", layout.Size);
        json.WriteNumber("count", layout.Count);
        json.WriteNumber("atOnce", data.MaxConcurrency);
        json.WriteNumber("confirmed", data.Parts.Count);
        json.WriteString("fold", data.Parts.Fold);
        json.WriteStartObject("others");
        foreach ((int part, string sha256) in data.Parts.Others)
        {
            json.WriteString(part.ToString(CultureInfo.InvariantCulture), sha256);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("sha256", data.Sha256);
    }

    private static TicketData Read(JsonElement root)
    {
        if (root.GetProperty("version").GetInt32() != Version)
        {
            throw new FormatException("Another version.");
        }

        JsonElement source = root.GetProperty("source");
        var data = new TicketData
        {
            Operation = Text(root, "operation"),
            Scope = Text(root, "scope"),
            UploadId = root.GetProperty("uploadId").GetString(),
            CreateKey = Text(root, "createKey"),
            CompleteKey = Text(root, "completeKey"),
            Request = Text(root, "request"),
            Source = new SourceIdentity(
                Enum.Parse<SourceKind>(Text(source, "kind")),
                source.GetProperty("path").GetString(),
                source.GetProperty("length").GetInt64(),
                source.GetProperty("modified").GetInt64(),
                source.GetProperty("listing").GetString()),
        };
        return root.TryGetProperty("parts", out JsonElement parts) ? WithParts(data, root, parts) : data;
    }

    private static TicketData WithParts(TicketData data, JsonElement root, JsonElement parts)
    {
        var others = parts.GetProperty("others").EnumerateObject().ToImmutableSortedDictionary(
            static part => int.Parse(part.Name, CultureInfo.InvariantCulture),
            static part => part.Value.GetString() ?? throw new FormatException("No digest."));
        var state = new UploadState
        {
            UploadId = data.UploadId,
            PartSize = parts.GetProperty("size").GetInt64(),
            PartCount = parts.GetProperty("count").GetInt64(),
        };
        PartLayout layout = PartLayout.Of(data.Source.Length, state);
        int confirmed = parts.GetProperty("confirmed").GetInt32();
        if (confirmed < 0 || confirmed > layout.Count || others.Keys.Any(part => part < confirmed || part >= layout.Count))
        {
            throw new FormatException("Parts that there are not.");
        }

        return data with
        {
            Layout = layout,
            MaxConcurrency = parts.GetProperty("atOnce").GetInt32(),
            Parts = new ConfirmedParts(confirmed, Text(parts, "fold"), others),
            Sha256 = root.GetProperty("sha256").GetString(),
        };
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"No {name}.");
}
