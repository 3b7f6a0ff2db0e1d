using System.Net;
using System.Text.Json.Nodes;

namespace Dari.Emulator.Tests.Core;

public sealed class RequestCheckTests
{
    [Theory]
    [InlineData("""{"id":"o_1","lines":[],"clientOnly":"c"}""", "body /lines TooFewItems")]
    [InlineData("""{"id":"o_2","lines":[{"kind":"fee"}],"clientOnly":"c"}""", "body /id NotInEnumeration")]
    [InlineData("""{"id":"o_1","lines":[{"kind":"fee"}]}""", "body /clientOnly PropertyRequired")]
    [InlineData("""{"id":"o_1","lines":[{"kind":"item"}],"clientOnly":"c"}""", "body /lines/0 ArrayItemNotValid")]
    [InlineData("""{"id":"o_1","lines":[{"kind":"gift"}],"clientOnly":"c"}""", "body /lines/0 NotOneOf")]
    [InlineData("""{"id":"o_1","lines":[{"kind":"fee"}],"clientOnly":"c","more":1}""", "body /more NoAdditionalPropertiesAllowed")]
    [InlineData("""{"id":"o_1","lines":[{"kind":"fee"}],"clientOnly":"c","note":7}""", "body /note NotAnyOf")]
    [InlineData("""{"id":"o_1","lines":[{"kind":"fee"}],"clientOnly":"c","labels":{"low":"x"}}""", "body /labels/low NoAdditionalPropertiesAllowed")]
    [InlineData("""{"id":"o_1","lines":[{"kind":"fee"}],"clientOnly":"c","id":"o_1"}""", "body  json")]
    [InlineData("""{"id":""", "body  json")]
    [InlineData("", "body  required")]
    public async Task Refuses_a_body_that_the_schema_forbids(string body, string finding)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();

        (HttpStatusCode status, JsonObject error) = await orders.PutAsync(body);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((JsonArray)error["findings"]!).Select(static item => item!.GetValue<string>()).ShouldContain(finding);
        orders.Runtime.Journal.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/orders/x", "path id value")]
    [InlineData("/orders/o_1?limit=10", "query limit value")]
    [InlineData("/orders/o_1?limit=two", "query limit value")]
    [InlineData("/orders/o_1?limit=1&limit=2", "query limit single")]
    [InlineData("/orders/o_1?kinds=a&kinds=c", "query kinds value")]
    [InlineData("/orders/o_1?kinds=a&kinds=b&kinds=a", "query kinds TooManyItems")]
    public async Task Refuses_a_parameter_that_the_schema_forbids(string path, string finding)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();

        (HttpStatusCode status, JsonObject error) = await orders.PutAsync(path: path);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((JsonArray)error["findings"]!).Select(static item => item!.GetValue<string>()).ShouldBe([finding]);
    }

    [Theory]
    [InlineData(OrdersEmulator.Order)]
    [InlineData("""{"id":"o_1","lines":[{"kind":"fee"}],"clientOnly":"c","note":null,"labels":{"A":"x"}}""")]
    public async Task Lets_a_right_request_through(string body)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();

        (HttpStatusCode status, _) = await orders.PutAsync(body, "/orders/o_1?limit=9&kinds=a&kinds=b");

        status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Refuses_another_content_type()
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();

        (HttpStatusCode status, JsonObject error) = await orders.PutAsync(contentType: "text/plain");

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        error["findings"]![0]!.GetValue<string>().ShouldBe("body  content-type");
    }

    [Theory]
    [InlineData("file", "4", "{\"a\":\"b\"}", HttpStatusCode.NoContent)]
    [InlineData("file", "four", "{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("other", "4", "{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("file", "4", "{\"a\":1}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("file", "4", "{", HttpStatusCode.UnprocessableEntity)]
    public async Task Checks_the_parts_of_a_form(string part, string pages, string labels, HttpStatusCode expected)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([1, 2]), part, "a.bin" },
            { new StringContent(pages), "pages" },
            { new StringContent(labels), "labels" },
        };

        using HttpResponseMessage response = await orders.Http.PostAsync("/orders/o_1", form);

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Refuses_routes_and_methods_that_the_document_does_not_have()
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();

        using HttpResponseMessage route = await orders.Http.GetAsync("/nowhere");
        using HttpResponseMessage method = await orders.Http.DeleteAsync("/orders/o_1");

        route.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        method.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        orders.Runtime.Journal.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bad")]
    public async Task Refuses_a_missing_or_unknown_key_before_anything_else(string? key)
    {
        await using OrdersEmulator orders = await OrdersEmulator.StartAsync();
        orders.Http.DefaultRequestHeaders.Remove("X-Key");
        if (key is not null)
        {
            orders.Http.DefaultRequestHeaders.Add("X-Key", key);
        }

        (HttpStatusCode status, _) = await orders.PutAsync("not json");

        status.ShouldBe(HttpStatusCode.Unauthorized);
        orders.Runtime.Journal.Calls.ShouldBe([new RecordedCall("orders", "putOrder", 401)]);
    }
}
