using System.Text.Json;
using Dari.Idempotency.Requests;
using Dari.Json;

namespace Dari.Http;

/// <summary>A JSON body, written already.</summary>
internal sealed class JsonBody(byte[] utf8, string contentType) : ApiContent
{
    public override bool IsRepeatable => true;

    internal override HttpContent Create() => new Utf8Content(utf8, contentType);

    internal override Task AddToAsync(RequestDigest digest, string? withoutField, CancellationToken cancellationToken)
    {
        digest.Add(contentType);
        digest.Add(CanonicalJson.Of(utf8, withoutField));
        return Task.CompletedTask;
    }

    internal override BodyField Find(string field)
    {
        var reader = new Utf8JsonReader(utf8, JsonLimits.Reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return BodyField.None;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(field);
            reader.Read();
            if (isIt)
            {
                return reader.TokenType == JsonTokenType.Null
                    ? new BodyField(true, true, null)
                    : new BodyField(true, false, JsonElement.ParseValue(ref reader).ToString());
            }

            reader.Skip();
        }

        return BodyField.Absent;
    }

    internal override ApiContent With(string field, string value)
    {
        if (Find(field) is not { Value: null, IsNull: false, CanHold: true })
        {
            return this;
        }

        // The body was written once, when the call was made: the field goes before what stands there.
        byte[] member = JsonText.ToUtf8(
            (field, value),
            static (writer, pair) =>
            {
                writer.WriteStartObject();
                JsonWrite.AnyName(writer, pair.field);
                JsonWrite.StringValue(writer, pair.value);
                writer.WriteEndObject();
            });
        ReadOnlySpan<byte> rest = utf8.AsSpan(utf8.AsSpan().IndexOf((byte)'{') + 1);
        bool isEmpty = rest.TrimStart(" \t\r\n"u8)[0] == '}';
        return new JsonBody([.. member.AsSpan(..^1), .. isEmpty ? ""u8 : ","u8, .. rest], contentType);
    }
}
