using System.Text;
using Dari.Features.SeveralMediaTypes;

namespace Dari.Features;

/// <summary>A body or an answer in several media types: a method for each.</summary>
public sealed class MediaTypeTests
{
    [Fact]
    public async Task Each_media_type_of_a_body_is_sent_by_a_method()
    {
        await using Exchange exchange = Exchange.Json("""{"title":"t"}""");
        using var client = new SeveralMediaTypesClient(exchange.Options);

        await client.Documents.CreateAsync(new() { Title = "a b" });
        await client.Documents.CreateWithFormAsync(new() { Title = "a b" });
        await client.Documents.CreateWithTextAsync("a b");
        await client.Documents.CreateWithPngAsync(new MemoryStream([1, 2]));
        Document answer = await client.Documents.CreateWithMultipartAsync(new() { File = FileUpload.FromText("a b", "a.txt") });

        answer.Title.ShouldBe("t");
        exchange.Requests.Select(request => request["Content-Type"]!.Split(';')[0])
            .ShouldBe(["application/json", "application/x-www-form-urlencoded", "text/plain", "image/png", "multipart/form-data"]);
        exchange.Requests.Take(3).Select(request => request.Text).ShouldBe(["""{"title":"a b"}""", "title=a+b", "a b"]);
        exchange.Requests[3].Body.ShouldBe([1, 2]);
        exchange.Requests[4].Text.ShouldContain("name=\"file\"");
        exchange.Requests.ShouldAllBe(request => request["Accept"] == "application/json");
    }

    [Fact]
    public async Task The_media_type_of_a_patch_says_what_it_means()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new SeveralMediaTypesClient(exchange.Options);

        await client.Documents.UpdateAsync("1", new() { Title = "t" });
        await client.Documents.UpdateWithStrategicMergePatchAsync("1", new() { Title = "t" });
        await client.Documents.UpdateWithJsonPatchAsync("1", [new() { Op = "remove", Path = "/title" }]);

        exchange.Requests.Select(request => request["Content-Type"]!.Split(';')[0] + " " + request.Text).ShouldBe(
        [
            """application/merge-patch+json {"title":"t"}""",
            """application/strategic-merge-patch+json {"title":"t"}""",
            """application/json-patch+json [{"op":"remove","path":"/title"}]""",
        ]);
    }

    [Fact]
    public async Task Each_media_type_of_an_answer_is_asked_for_by_a_method()
    {
        await using Exchange csv = Exchange.With(200, "title\nt\n", "Content-Type: text/csv");
        await using Exchange pdf = Exchange.With(200, "%PDF", "Content-Type: application/pdf");
        await using Exchange events = Exchange.With(200, "data: {\"page\":1}\n\n", "Content-Type: text/event-stream");
        using var first = new SeveralMediaTypesClient(csv.Options);
        using var second = new SeveralMediaTypesClient(pdf.Options);
        using var third = new SeveralMediaTypesClient(events.Options);

        (await first.Documents.CreateAsCsvAsync(new() { Title = "t" })).ShouldBe("title\nt\n");
        await using FileDownload file = await second.Documents.CreateAsPdfAsync(new() { Title = "t" });
        using var reader = new StreamReader(file.Content, Encoding.ASCII);
        (await reader.ReadToEndAsync()).ShouldBe("%PDF");
        await foreach (CreateDocumentResponseItem item in third.Documents.CreateAsEventsAsync(new() { Title = "t" }))
        {
            item.Page.ShouldBe(1);
            break;
        }

        new[] { csv, pdf, events }.Select(exchange => exchange.Request["Accept"]).ShouldBe(["text/csv", "application/pdf", "text/event-stream"]);
    }

    [Fact]
    public async Task Of_several_statuses_each_is_read_in_the_media_type_that_it_has()
    {
        await using Exchange table = Exchange.With(200, "title\nt\n", "Content-Type: text/csv");
        await using Exchange later = Exchange.Json("""{"ticket":"7"}""", 202);
        using var first = new SeveralMediaTypesClient(table.Options);
        using var second = new SeveralMediaTypesClient(later.Options);

        (await first.Exports.CreateAsCsvAsync()).ShouldBe(new CreateExportCsvResultOk("title\nt\n"));
        (await second.Exports.CreateAsCsvAsync()).ShouldBeOfType<CreateExportCsvResultAccepted>().Value.Ticket.ShouldBe("7");
        (await second.Exports.CreateAsync()).ShouldBeOfType<CreateExportResultAccepted>().Value.Ticket.ShouldBe("7");
        table.Request["Accept"].ShouldBe("text/csv, application/json;q=0.5");
    }

    [Fact]
    public async Task A_stream_and_another_answer_are_two_methods()
    {
        await using Exchange events = Exchange.With(200, "data: {\"step\":1}\n\n", "Content-Type: text/event-stream");
        await using Exchange later = Exchange.Json("""{"title":"t"}""", 202);
        using var first = new SeveralMediaTypesClient(events.Options);
        using var second = new SeveralMediaTypesClient(later.Options);

        await foreach (CreateRunOkResponseItem item in first.Runs.CreateAsync())
        {
            item.Step.ShouldBe(1);
            break;
        }

        (await second.Runs.CreateAsJsonAsync()).ShouldBeOfType<CreateRunJsonResultAccepted>().Value.Title.ShouldBe("t");
    }

    [Fact]
    public async Task Files_are_asked_for_in_all_their_media_types()
    {
        await using Exchange exchange = Exchange.With(200, "jpg", "Content-Type: image/jpeg");
        using var client = new SeveralMediaTypesClient(exchange.Options);

        await using FileDownload file = await client.Documents.GetPictureAsync();

        file.ContentType.ShouldBe("image/jpeg");
        exchange.Request["Accept"].ShouldBe("image/png, image/jpeg");
    }
}
