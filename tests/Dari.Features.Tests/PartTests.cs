using Dari.Features.PartEncodings;

namespace Dari.Features;

/// <summary>Parts of a multipart body, as their encoding says.</summary>
public sealed class PartTests
{
    [Fact]
    public async Task Parts_have_the_headers_media_types_and_styles_of_their_encoding()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new PartEncodingsClient(exchange.Options);

        await client.Reports.CreateAsync(new()
        {
            File = FileUpload.FromBytes("pdf!"u8.ToArray(), "a.pdf"),
            FileChecksum = "9f2c",
            FileLevel = CreateReportRequestFileLevel.High,
            Pages = [FileUpload.FromBytes("p1"u8.ToArray(), "1.png"), FileUpload.FromBytes("p2"u8.ToArray(), "2.png")],
            PagesSizes = [1, 2],
            Rows = ["a,b", "c,d"],
            Filter = new() { From = 3, Tags = ["x", "y"] },
        });

        Dictionary<string, string>[] parts = [.. Parts(exchange.Request)];
        parts.Select(part => part["name"]).ShouldBe(["file", "pages", "pages", "rows", "rows", "filter[from]", "filter[tags][0]", "filter[tags][1]"]);
        parts[0].ShouldContainKeyAndValue("Content-Type", "application/pdf");
        parts[0].ShouldContainKeyAndValue("X-Checksum", "9f2c");
        parts[0].ShouldContainKeyAndValue("X-Level", "high");
        parts[0].ShouldContainKeyAndValue("body", "pdf!");
        parts[1].ShouldContainKeyAndValue("X-Sizes", "1,2");
        parts[2].ShouldContainKeyAndValue("X-Sizes", "1,2");
        parts[2].ShouldContainKeyAndValue("Content-Type", "image/png");
        parts[3].ShouldContainKeyAndValue("Content-Type", "text/csv");
        parts[4].ShouldContainKeyAndValue("body", "c,d");
        parts.Skip(5).Select(part => part["body"]).ShouldBe(["3", "x", "y"]);
    }

    [Fact]
    public async Task A_header_of_a_part_adds_none_of_its_own()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new PartEncodingsClient(exchange.Options);

        await Should.ThrowAsync<ArgumentException>(() => client.Reports.CreateAsync(new()
        {
            File = FileUpload.FromText("t", "t.txt"),
            FileChecksum = "a\r\nX-Evil: 1",
        }));

        exchange.Requests.ShouldBeEmpty();
    }

    /// <summary>Headers of each part by name, its field as <c>name</c> and its bytes as <c>body</c>.</summary>
    private static IEnumerable<Dictionary<string, string>> Parts(LoopbackRequest request)
    {
        string boundary = "--" + request["Content-Type"]!.Split("boundary=")[1];
        foreach (string part in request.Text.Split(boundary, StringSplitOptions.RemoveEmptyEntries).SkipLast(1))
        {
            string[] halves = part.Split("\r\n\r\n", 2);
            var read = halves[0].Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(": ", 2))
                .ToDictionary(line => line[0], line => line[1], StringComparer.OrdinalIgnoreCase);
            read["name"] = read["Content-Disposition"].Split("name=\"")[1].Split('"')[0];
            read["body"] = halves[1][..^2];
            yield return read;
        }
    }
}
