using Dari.Generator.Review;
using Dari.Generator.Review.Locks;

namespace Dari.Generator.Tests.Review;

/// <summary>What the service sends by itself travels the other way: we receive the body and send the answer.</summary>
public sealed class WebhookReviewTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        x-webhook-signature: { header: X-Signature, algorithm: hmac-sha256 }
        webhooks:
          orderPaid:
            post:
              operationId: orderPaid
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Paid" } } } }
              responses: { "200": { description: Taken., content: { application/json: { schema: { $ref: "#/components/schemas/Receipt" } } } } }
          orderLost:
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { reason: { type: string } } } } } }
              responses: { "200": { description: Taken. } }
        paths:
          /watches:
            post:
              operationId: watch
              tags: [Watches]
              x-polling: { interval: 5 }
              responses:
                "201":
                  description: Made.
                  headers:
                    X-Limit: { required: true, schema: { type: integer } }
                    X-Mode: { schema: { type: string, enum: [a, b] } }
              callbacks:
                onChange:
                  '{$request.body#/url}':
                    post:
                      requestBody: { content: { application/json: { schema: { type: object, required: [state], properties: { state: { type: string } } } } } }
                      responses: { "204": { description: Taken. } }
                onEnd: { $ref: "#/components/callbacks/Ended" }
        components:
          callbacks:
            Ended:
              '{$request.body#/url}':
                post:
                  requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Paid" } } } }
                  responses: { "204": { description: Taken. } }
          schemas:
            Paid: { type: object, required: [amount], properties: { amount: { type: number } } }
            Receipt: { type: object, properties: { code: { type: string } } }

        """;

    [Theory]
    [InlineData("  orderLost:\n    post:\n      requestBody: { content: { application/json: { schema: { type: object, properties: { reason: { type: string } } } } } }\n      responses: { \"200\": { description: Taken. } }\n", "", "webhook-removed RR", "Breaking")]
    [InlineData("paths:\n", "  orderSent: { post: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { \"204\": { description: x } } } }\npaths:\n", "webhook-added SS", "Safe")]
    [InlineData("amount: { type: number }", "amount: { type: string }", "type-changed -B", "Breaking")]
    [InlineData("code: { type: string }", "code: { type: integer }", "type-changed B-", "Breaking")]
    [InlineData("required: [state]", "required: []", "property-became-optional -B", "Breaking")]
    [InlineData("state: { type: string }", "state: { type: boolean }", "type-changed -B", "Breaking")]
    [InlineData("        onEnd: { $ref: \"#/components/callbacks/Ended\" }\n", "", "webhook-removed RR", "Breaking")]
    [InlineData("X-Limit: { required: true, schema: { type: integer } }", "X-Limit: { required: true, schema: { type: string } }", "type-changed -B", "Breaking")]
    [InlineData("X-Limit: { required: true, ", "X-Limit: { ", "response-header-became-optional -R", "Risky")]
    [InlineData("            X-Limit: { required: true, schema: { type: integer } }\n", "", "response-header-removed -R", "Breaking")]
    [InlineData("enum: [a, b]", "enum: [a, b, c]", "enum-value-added -R", "Risky")]
    [InlineData("x-polling: { interval: 5 }", "x-polling: { interval: 9 }", "extension-changed RR", "Risky")]
    [InlineData("algorithm: hmac-sha256", "algorithm: hmac-sha512", "extension-changed RR", "Risky")]
    public void What_changes_is_judged_by_the_way_it_travels(string old, string now, string expected, string level)
    {
        SpecDiff diff = Diff(old, now);

        Seed.Text(diff).ShouldBe(expected);
        diff.Changes.Max(change => change.Level).ToString().ShouldBe(level);
        Mirror.Of(Seed.Read(Document.Replace(old, now, StringComparison.Ordinal)), Seed.Read(Document))
            .ShouldBe(Mirror.Seen(Seed.Read(Document), Seed.Read(Document.Replace(old, now, StringComparison.Ordinal))));
    }

    [Fact]
    public void The_receiver_is_part_of_the_surface()
    {
        string[] lines = [.. Seed.Read(Document).Surface.Select(line => line.ToString()).Where(line => line.StartsWith("ShopWebhooks", StringComparison.Ordinal))];

        lines.ShouldBe(
        [
            "ShopWebhooks: sealed class : WebhookReceiver (WebhookOptions options)  // signed in X-Signature",
            "ShopWebhooks.OnChange: WebhookHandler<OnChangePayload>?  // callback POST onChange of POST /watches, event onChange",
            "ShopWebhooks.OnEnd: WebhookHandler<Paid>?  // callback POST Ended, event onEnd",
            "ShopWebhooks.OnOrderLost: WebhookHandler<OrderLostPayload>?  // webhook POST orderLost, event orderLost",
            "ShopWebhooks.OnOrderPaid: WebhookHandler<Paid>?  // webhook POST orderPaid, event orderPaid",
        ]);
    }

    [Fact]
    public void A_handler_that_is_gone_breaks_who_sets_it()
    {
        SpecDiff diff = Diff("orderPaid:\n", "orderSettled:\n");

        PendingUses.Of(diff).ShouldContain(use => use.Type == "ShopWebhooks" && use.Member == "OnOrderPaid");
        diff.Changes.Single(change => change.Group == "webhook POST orderPaid").Api.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_change_is_told_where_it_is()
    {
        ReviewChange change = Diff("state: { type: string }", "state: { type: boolean }").Changes.ShouldHaveSingleItem();

        change.Group.ShouldBe("callback POST onChange of POST /watches");
        change.Path.ShouldBe("body application/json .state");
        change.Api.ShouldNotBeEmpty();
        Diff("x-polling: { interval: 5 }", "x-polling: { interval: 9 }").Changes[0].Message
            .ShouldBe("'x-polling' of POST /watches was '{\"interval\":5}' and is '{\"interval\":9}'");
    }

    private static SpecDiff Diff(string old, string now)
    {
        Document.ShouldContain(old);
        return SpecDiff.Compare(Seed.Read(Document), Seed.Read(Document.Replace(old, now, StringComparison.Ordinal)));
    }
}
