using System.Text;
using Dari.Features.Bodies;
using Dari.Features.Forms;
using Dari.Features.InlineTypes;
using Dari.Features.ReadAndWriteOnly;
using Dari.Features.Results;
using Dari.Features.Streams;
using Dari.Features.TextAndBinary;

namespace Dari.Features;

/// <summary>Bodies in and out, in every form.</summary>
public sealed class BodyTests
{
    [Fact]
    public async Task Inline_types_travel_as_declared()
    {
        await using Exchange exchange = Exchange.Json("""{"id":"o1"}""", 201);
        using var client = new InlineTypesClient(exchange.Options);

        CreateOrderResponse order = await client.Orders.CreateAsync(new()
        {
            Lines = [new() { Sku = "s", Unit = CreateOrderRequestLineUnit.Kilo }],
            Labels = new Dictionary<string, CreateOrderRequestLabel> { ["a"] = CreateOrderRequestLabel.Red },
        });

        order.Id.ShouldBe("o1");
        exchange.Request.Text.ShouldBe("""{"lines":[{"sku":"s","unit":"kilo"}],"labels":{"a":"red"}}""");
    }

    [Fact]
    public async Task Errors_have_the_type_that_the_document_gives_them()
    {
        await using Exchange exchange = Exchange.Json("""{"reason":"sold_out"}""", 409);
        using var client = new InlineTypesClient(exchange.Options);

        ApiException<CreateOrderConflictError> exception = await Should.ThrowAsync<ApiException<CreateOrderConflictError>>(
            () => client.Orders.CreateAsync(new() { Lines = [] }));

        exception.Error.Reason.ShouldBe(CreateOrderConflictErrorReason.SoldOut);
    }

    [Fact]
    public async Task Bodies_may_be_left_out_and_belong_to_any_method()
    {
        await using Exchange exchange = Exchange.Json("[]");
        using var client = new BodiesClient(exchange.Options);

        await client.Notes.FindAsync();
        await client.Notes.FindAsync(new() { Text = "x" });

        exchange.Requests.Select(request => request.Method + " " + request.Text).ShouldBe(["GET ", """GET {"text":"x"}"""]);
    }

    [Fact]
    public async Task Lists_and_single_values_are_bodies()
    {
        await using Exchange exchange = Exchange.Json("2");
        using var client = new BodiesClient(exchange.Options);

        (await client.Notes.ReplaceAsync(["a", "b"])).ShouldBe(2);

        exchange.Request.Text.ShouldBe("""["a","b"]""");
    }

    [Fact]
    public async Task Delete_sends_its_body_under_its_media_type()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new BodiesClient(exchange.Options);

        await client.Notes.DeleteAsync(new() { Ids = ["a"] });

        exchange.Request["Content-Type"].ShouldNotBeNull().ShouldStartWith("application/vnd.notes+json");
        exchange.Request.Text.ShouldBe("""{"ids":["a"]}""");
    }

    [Fact]
    public async Task Text_and_xml_and_bytes_are_not_touched()
    {
        await using Exchange exchange = Exchange.Echo();
        using var client = new TextAndBinaryClient(exchange.Options);

        (await client.Raw.EchoTextAsync("é\n")).ShouldBe("é\n");
        (await client.Raw.EchoXmlAsync("<a>1</a>")).ShouldBe("<a>1</a>");
        await using FileDownload bytes = await client.Raw.EchoBytesAsync(new MemoryStream([1, 2, 3]));
        using var copy = new MemoryStream();
        await bytes.Content.CopyToAsync(copy);

        copy.ToArray().ShouldBe([1, 2, 3]);
        exchange.Requests.Select(request => request["Content-Type"]!.Split(';')[0]).ShouldBe(["text/plain", "application/xml", "application/octet-stream"]);
    }

    /// <summary>A range says what a body may be; a body is of one type, which only the caller knows.</summary>
    [Fact]
    public async Task A_file_says_which_of_a_range_of_media_types_it_is()
    {
        await using Exchange exchange = Exchange.Echo();
        using var client = new TextAndBinaryClient(exchange.Options);

        await using FileDownload image = await client.Raw.EchoImageAsync(FileUpload.FromBytes(new byte[] { 1, 2 }, "a.png", "image/png"));

        exchange.Request["Content-Type"].ShouldBe("image/png");
    }

    [Fact]
    public async Task Parts_of_a_form_have_the_media_types_that_the_document_gives_them()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new FormsClient(exchange.Options);

        await client.Forms.SendFilesAsync(new()
        {
            File = FileUpload.FromBytes(Encoding.UTF8.GetBytes("png!"), "a.png"),
            Name = "n",
            Tags = ["x", "y"],
            Meta = new() { Size = 4 },
        });

        string body = exchange.Request.Text;
        exchange.Request["Content-Type"].ShouldNotBeNull().ShouldStartWith("multipart/form-data; boundary=");
        body.ShouldContain("name=\"file\"");
        body.ShouldContain("png!");
        body.ShouldContain("Content-Type: image/png");
        body.ShouldContain("Content-Type: application/vnd.meta+json");
        body.ShouldContain("""{"size":4}""");
        body.Split("name=\"tags\"").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Fields_of_a_form_are_encoded()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new FormsClient(exchange.Options);

        await client.Forms.LoginAsync(new() { User = "a b", Password = "p&q", Scopes = ["r", "w"] });

        exchange.Request.Text.ShouldBe("user=a+b&password=p%26q&scopes=r&scopes=w");
    }

    [Theory]
    [InlineData(200, """{"result":"r"}""", nameof(StartJobResultOk))]
    [InlineData(202, """{"ticket":"t"}""", nameof(StartJobResultAccepted))]
    [InlineData(201, "odd", nameof(UnknownStartJobResult))]
    public async Task Each_success_is_a_case(int status, string body, string expected)
    {
        await using Exchange exchange = Exchange.Json(body, status);
        using var client = new ResultsClient(exchange.Options);

        (await client.Jobs.StartAsync()).GetType().Name.ShouldBe(expected);
    }

    [Fact]
    public async Task A_class_of_statuses_and_the_default_are_errors_of_their_own()
    {
        await using Exchange wrong = Exchange.Json("""{"detail":"d"}""", 418);
        await using Exchange broken = Exchange.Json("""{"trace":"t"}""", 500);
        using var first = new ResultsClient(wrong.Options);
        using var second = new ResultsClient(broken.Options);

        (await Should.ThrowAsync<ApiException<Problem>>(() => first.Jobs.StartAsync())).Error.Detail.ShouldBe("d");
        (await Should.ThrowAsync<ApiException<StartJobError>>(() => second.Jobs.StartAsync())).Error.Trace.ShouldBe("t");
    }

    [Fact]
    public async Task A_success_without_a_body_is_null()
    {
        await using Exchange exchange = Exchange.With(204);
        using var client = new ResultsClient(exchange.Options);

        (await client.Jobs.FindAsync("1")).ShouldBeNull();
    }

    [Fact]
    public async Task Streams_are_read_item_by_item()
    {
        await using Exchange events = Exchange.With(200, "data: {\"n\":1}\n\ndata: {\"n\":2}\n\n", "Content-Type: text/event-stream");
        await using Exchange lines = Exchange.With(200, "{\"n\":1}\n{\"n\":2}\n", "Content-Type: application/x-ndjson");
        using var first = new StreamsClient(events.Options);
        using var second = new StreamsClient(lines.Options);

        (await Take(first.Streams.EventsAsync(), 2)).Select(item => item.N).ShouldBe([1, 2]);
        (await Take(second.Streams.LinesAsync(), 2)).Select(item => item.N).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_only_the_server_sets_is_not_asked_for()
    {
        await using Exchange exchange = Exchange.Json("""{"id":"a1","name":"n"}""", 201);
        using var client = new ReadAndWriteOnlyClient(exchange.Options);

        Account account = await client.Accounts.CreateAsync(new() { Name = "n", Password = "p" });

        exchange.Request.Text.ShouldBe("""{"name":"n","password":"p"}""");
        account.Id.ShouldBe("a1");
    }

    private static async Task<List<T>> Take<T>(IAsyncEnumerable<T> items, int count)
    {
        var taken = new List<T>();
        await foreach (T item in items)
        {
            taken.Add(item);
            if (taken.Count == count)
            {
                break;
            }
        }

        return taken;
    }
}
