using System.Text;
using System.Text.Json;
using Dari.Json;

namespace Dari.Runtime.Tests.Json;

public sealed class TextValueTests
{
    [Theory]
    [InlineData("2026-05-04T10:20:30Z", "2026-05-04T10:20:30Z")]
    [InlineData("2026-05-04T10:20:30.1234567+02:00", "2026-05-04T10:20:30.1234567+02:00")]
    [InlineData("2026-05-04T10:20:30.120-05:30", "2026-05-04T10:20:30.12-05:30")]
    [InlineData("2026-05-04 10:20:30", "2026-05-04T10:20:30Z")]
    [InlineData("2026-05-04t10:20:30z", "2026-05-04T10:20:30Z")]
    [InlineData("2026-05-04T10:20", "2026-05-04T10:20:00Z")]
    [InlineData("2026-05-04T10:20:30.123456789Z", "2026-05-04T10:20:30.1234567Z")]
    [InlineData("2026-05-04T10:20:30+0200", "2026-05-04T10:20:30+02:00")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2026-05-04T10:20:30+23:00", "2026-05-03T11:20:30Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void Time_stamps_keep_offset_and_fraction(string text, string written) =>
        Texts.Write(Texts.Read($"\"{text}\"", JsonRead.DateTime), JsonWrite.DateTimeValue).ShouldBe($"\"{written}\"");

    [Theory]
    [InlineData("")]
    [InlineData("2026-05-04")]
    [InlineData("2026-02-30T10:20:30Z")]
    [InlineData("2026-05-04T24:00:00Z")]
    [InlineData("2026-05-04T10:60:00Z")]
    [InlineData("2026-05-04T10:20:30.Z")]
    [InlineData("2026-05-04T10:20:30X")]
    [InlineData("2026-05-04T10:20:30Z ")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("2026-05-04T10:20:30+2:00")]
    public void What_is_no_time_stamp_is_refused(string text) => Texts.Fails($"\"{text}\"", JsonRead.DateTime)
        .Message.ShouldStartWith("expected a date and time (RFC 3339), found another string");

    [Theory]
    [InlineData("P1DT2H3M4.5S", "P1DT2H3M4.5S")]
    [InlineData("PT0S", "PT0S")]
    [InlineData("P0D", "PT0S")]
    [InlineData("P2W", "P14D")]
    [InlineData("-PT90M", "-PT1H30M")]
    [InlineData("PT1,5H", "PT1H30M")]
    [InlineData("PT0.0000001S", "PT0.0000001S")]
    [InlineData("P10675199DT2H48M5.4775807S", "P10675199DT2H48M5.4775807S")]
    [InlineData("-P10675199DT2H48M5.4775808S", "-P10675199DT2H48M5.4775808S")]
    public void Durations_survive(string text, string written) =>
        Texts.Write(Texts.Read($"\"{text}\"", JsonRead.Duration), JsonWrite.DurationValue).ShouldBe($"\"{written}\"");

    [Theory]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1:00:00")]
    [InlineData("PT1S1M")]
    [InlineData("PT1.5H1M")]
    [InlineData("P99999999999D")]
    [InlineData("PT1H1H")]
    public void Durations_without_fixed_length_are_refused(string text) =>
        Texts.Fails($"\"{text}\"", JsonRead.Duration);

    [Fact]
    public void Dates_times_and_ids_survive()
    {
        Texts.Write(Texts.Read("\"2026-02-28\"", JsonRead.Date), JsonWrite.DateValue).ShouldBe("\"2026-02-28\"");
        Texts.Write(Texts.Read("\"10:20:30.50Z\"", JsonRead.Time), JsonWrite.TimeValue).ShouldBe("\"10:20:30.5\"");
        Texts.Fails("\"10:20:30+01:00\"", JsonRead.Time);
        Texts.Fails("\"2026-02-29\"", JsonRead.Date);
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
        Texts.Read("\"0F8FAD5B-D9CB-469F-A165-70867728950E\"", JsonRead.Guid).ShouldBe(id);
        Texts.Read("\"0f8fad5bd9cb469fa16570867728950e\"", JsonRead.Guid).ShouldBe(id);
        Texts.Write(id, JsonWrite.GuidValue).ShouldBe("\"0f8fad5b-d9cb-469f-a165-70867728950e\"");
        Texts.Fails("\"0f8f\"", JsonRead.Guid).Message.ShouldStartWith("expected a UUID");
    }

    [Theory]
    [InlineData("https://example.com/a%20b?q=%2F#f")]
    [InlineData("/v1/sessions/sess_1/transcript")]
    [InlineData("../up")]
    [InlineData("")]
    [InlineData("//host/path")]
    public void Uris_are_kept_to_the_letter(string text)
    {
        Uri uri = Texts.Read($"\"{text}\"", JsonRead.Uri);

        uri.OriginalString.ShouldBe(text);
        uri.IsAbsoluteUri.ShouldBe(text.StartsWith("https", StringComparison.Ordinal));
        Texts.Write(uri, JsonWrite.UriValue).ShouldBe($"\"{text}\"");
    }

    [Theory]
    [InlineData("+/+/", "+/+/")]
    [InlineData("-_-_", "+/+/")]
    [InlineData("YQ==", "YQ==")]
    [InlineData("YQ", "YQ==")]
    [InlineData("Y\\u0051==", "YQ==")]
    [InlineData("\\/\\/\\/\\/", "////")]
    [InlineData("", "")]
    public void Bytes_are_read_in_both_alphabets(string text, string written) =>
        Texts.Read(Texts.Write(
            Texts.Read($"\"{text}\"", JsonRead.Bytes), JsonWrite.BytesValue), JsonRead.String).ShouldBe(written);

    [Theory]
    [InlineData("a")]
    [InlineData("a!bc")]
    public void Bytes_that_are_no_base64_are_refused(string text) =>
        Texts.Fails($"\"{text}\"", JsonRead.Bytes).Message.ShouldStartWith("expected bytes in base64");

    // Not as inline data: attributes are stored in UTF-8, which has no half pairs.
    [Fact]
    public void Half_surrogate_pairs_survive()
    {
        Survives("\"a\\ud800b\"", "a\ud800b");
        Survives("\"\\udc00\"", "\udc00");
        Survives("\"\\ud83d\\ude00 \\\"\\\\\\/\\b\\f\\n\\r\\t\\ud800\"", "\ud83d\ude00 \"\\/\b\f\n\r\t\ud800");
        Survives("\"\\ud83d\\ude00\"", "\ud83d\ude00");

        static void Survives(string json, string text)
        {
            string read = Texts.Read(json, JsonRead.String);
            read.ShouldBe(text);
            Texts.Read(Texts.Write(read, JsonWrite.StringValue), JsonRead.String).ShouldBe(text);

            JsonElement any = Texts.Read($"{{\"x\":[{json}]}}", JsonRead.Any);
            Texts.Read(Texts.Write(any, JsonWrite.AnyValue), JsonRead.Object)["x"]![0].ShouldNotBeNull();

            var map = Texts.Read(
                $"{{{json}:1}}", (ref Utf8JsonReader reader) => JsonRead.Map(ref reader, JsonRead.Int32));
            map.Keys.ShouldBe([text]);
            Texts.Read($"{{{json}:1}}", JsonRead.Object).Select(static member => member.Key).ShouldBe([text]);
            Texts.Write(
                map, (writer, all) => JsonWrite.MapValue(writer, all, JsonWrite.Int32Value)).ShouldEndWith(":1}");
        }
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_a_json_fault()
    {
        byte[] json = [(byte)'"', 0xC3, 0x28, (byte)'"'];

        Should.Throw<JsonException>(
            () => JsonText.Parse<string>(json, JsonRead.String)).Message.ShouldStartWith("expected text in UTF-8");
    }

    [Fact]
    public void A_default_element_is_written_as_null()
    {
        Texts.Write(default, (WriteJson<JsonElement>)JsonWrite.AnyValue).ShouldBe("null");
        Texts.Write((string?)null, JsonWrite.StringValue).ShouldBe("null");
        Encoding.UTF8.GetString(JsonText.ToUtf8("é\"<", JsonWrite.StringValue)).ShouldBe("\"é\\\"<\"");
    }
}
