using Dari.Generator.Diagnostics;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding.Webhooks;

public sealed class WebhookBindingTests
{
    [Theory]
    [InlineData("webhooks")]
    [InlineData("x-webhooks")]
    public void A_document_of_webhooks_alone_gets_handlers_and_the_types_of_all_bodies(string keyword)
    {
        Bound<ClientModel> bound = BinderHost.Bind($$"""
            {{keyword}}:
              pet.sold:
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          required: [type, data]
                          properties:
                            type: { type: string, const: pet.sold }
                            data: { type: object, required: [id], properties: { id: { type: string } } }
              pet/returned:
                post:
                  requestBody:
                    content: { application/json: { schema: { $ref: '#/components/schemas/Returned' } } }
            components:
              schemas:
                Returned: { type: object, required: [type], properties: { type: { type: string, enum: [pet.returned] } } }
            """);

        Assert.Empty(bound.Problems);
        WebhooksModel webhooks = bound.Value!.Webhooks!;
        Assert.Equal("PetsWebhooks", webhooks.Name.Text);
        Assert.Equal(["OnPetSold pet.sold PetSoldPayload", "OnPetReturned pet.returned Returned"], webhooks.Events.Select(Text));
        Assert.Equal(new EventNameModel(null, "type", null), webhooks.EventName);
        Assert.Equal(["PetSoldPayload", "PetSoldPayloadData", "Returned"], bound.Value.Types.Select(type => type.Name.Text));
        Assert.Contains("nothing is verified", webhooks.Docs.Remarks, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string }", "{ type: string }", "event")]
    [InlineData("{ type: string, enum: [sold, moved] }", "{ type: string, enum: [sold, moved] }", "event")]
    [InlineData("{ type: string, const: a }", "{ type: string, const: b }", "event")]
    [InlineData("{ type: string, const: a }", "{ type: string, const: a }", null)]
    [InlineData("{ type: integer }", "{ type: integer }", null)]
    public void Where_the_event_stands_is_found_or_reported(string first, string second, string? member)
    {
        Bound<ClientModel> bound = BinderHost.Bind($$"""
            webhooks:
              sold:
                post: { requestBody: { content: { application/json: { schema: { type: object, properties: { event: {{first}} } } } } } }
              moved:
                post: { requestBody: { content: { application/json: { schema: { type: object, properties: { event: {{second}} } } } } } }
            """);

        Assert.Equal(new EventNameModel(null, member, null), bound.Value!.Webhooks!.EventName);
        Assert.Equal(member is null ? ["DARI045 5:10"] : [], bound.Problems.Select(Place));
    }

    [Fact]
    public void The_only_webhook_needs_no_name()
    {
        WebhooksModel webhooks = BinderHost.Bind("""
            webhooks:
              pets: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { type: { type: string } } } } } } } }
            """).Value!.Webhooks!;

        Assert.Equal(new EventNameModel(null, null, "pets"), webhooks.EventName);
    }

    [Fact]
    public void Callbacks_and_bodies_of_every_kind_are_received()
    {
        Bound<ClientModel> bound = BinderHost.Bind("""
            paths:
              /jobs:
                post:
                  operationId: createJob
                  responses: { '204': { description: Done. } }
                  callbacks:
                    onDone: { '{$request.body#/url}': { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Done' } } } } } } }
              /tasks:
                post:
                  operationId: createTask
                  responses: { '204': { description: Done. } }
                  callbacks:
                    onDone: { '{$request.body#/url}': { post: { requestBody: { content: { application/json: { schema: { type: array, items: { type: string } } } } } } } }
            webhooks:
              image: { post: { requestBody: { content: { image/png: {} } } }, put: { description: Nothing. } }
            components: { schemas: { Done: { type: object, properties: { id: { type: string } } } } }
            """);

        Assert.Equal(
            ["OnImagePost image bytes", "OnImagePut image PUT bytes", "OnDoneJobs onDone Done", "OnDoneTasks onDone POST List<String>"],
            bound.Value!.Webhooks!.Events.Select(Text));
    }

    [Fact]
    public void Callbacks_that_name_themselves_are_told_apart()
    {
        Bound<ClientModel> bound = BinderHost.Bind("""
            paths:
              /hooks:
                post:
                  operationId: createHook
                  responses: { '204': { description: Done. } }
                  callbacks:
                    sold: { '{$request.body#/url}': { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { kind: { type: string, enum: [SOLD] } } } } } } } } }
                    moved: { '{$request.body#/url}': { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { kind: { type: string, enum: [MOVED] } } } } } } } } }
            """);

        Assert.Equal(new EventNameModel(null, "kind", null), bound.Value!.Webhooks!.EventName);
        Assert.Equal(["OnSold SOLD SoldPayload", "OnMoved MOVED MovedPayload"], bound.Value.Webhooks.Events.Select(Text));
    }

    [Fact]
    public void What_the_document_says_of_signatures_and_names_is_taken()
    {
        WebhooksModel webhooks = BinderHost.Bind("""
            x-webhook-signature:
              header: X-Sig
              algorithm: hmac-sha512
              encoding: base64
              format: v1,{mac}
              separator: ' '
              content: '{id}.{timestamp}.{body}'
              timestamp: { header: X-Time }
              id: { header: X-Id }
              version: { header: X-Version, value: '3' }
              secret: { encoding: base64, prefix: whsec_ }
              tolerance: 60
            x-webhook-event: { header: X-Event }
            webhooks: { a: { post: { x-webhook-event: alpha } }, b: { post: {} } }
            """).Value!.Webhooks!;

        Assert.Equal(
            new SignatureModel
            {
                Header = "X-Sig",
                Algorithm = "HmacSha512",
                Encoding = "Base64",
                Format = "v1,{mac}",
                Separator = " ",
                Content = "{id}.{timestamp}.{body}",
                TimestampHeader = "X-Time",
                IdHeader = "X-Id",
                VersionHeader = "X-Version",
                Version = "3",
                Secret = "Base64",
                SecretPrefix = "whsec_",
                ToleranceSeconds = 60,
            },
            webhooks.Signature);
        Assert.Equal(new EventNameModel("X-Event", null, null), webhooks.EventName);
        Assert.Equal(["alpha", "b"], webhooks.Events.Select(one => one.Event));
    }

    [Theory]
    [InlineData("x-webhook-signature: text", "3:21 #/x-webhook-signature does not hold: it should be an object")]
    [InlineData("x-webhook-signature: { format: '{mac}' }", "3:21 #/x-webhook-signature does not hold: it should have a 'header' with the signature")]
    [InlineData("x-webhook-signature: { header: A, contents: x }", "3:44 #/x-webhook-signature/contents does not hold: there is no 'contents'; it has")]
    [InlineData("x-webhook-signature: { header: 'A B' }", "3:31 #/x-webhook-signature/header does not hold: it is not the name of a header")]
    [InlineData("x-webhook-signature: { header: A, algorithm: md5 }", "3:45 #/x-webhook-signature/algorithm does not hold: it should be one of hmac-sha256, hmac-sha512, hmac-sha1")]
    [InlineData("x-webhook-signature: { header: A, content: '{time}{body}' }", "3:43 #/x-webhook-signature/content does not hold: it should be made of")]
    [InlineData("x-webhook-signature: { header: A, content: '{timestamp}.{body}' }", "3:21 #/x-webhook-signature does not hold: a {timestamp} is signed")]
    [InlineData("x-webhook-signature: { header: A, content: '{id}.{body}', id: { member: id } }", "3:21 #/x-webhook-signature does not hold: an {id} that is signed")]
    [InlineData("x-webhook-signature: { header: A, tolerance: -1 }", "3:45 #/x-webhook-signature/tolerance does not hold: it should be a whole number")]
    [InlineData("x-webhook-signature: { scheme: standard-webhooks, header: A }", "3:58 #/x-webhook-signature/header does not hold: there is no 'header'; it has scheme, tolerance")]
    [InlineData("x-webhook-event: { header: A, member: b }", "3:17 #/x-webhook-event does not hold: it should have either")]
    public void What_does_not_hold_is_an_error_at_its_place(string extension, string expected)
    {
        Bound<ClientModel> bound = BinderHost.Bind(extension + "\nwebhooks: { a: { post: {} } }");

        DiagnosticInfo problem = bound.Problems.First();
        Assert.StartsWith("DARI039 " + expected, Place(problem) + " " + string.Format(problem.Descriptor.MessageFormat.ToString(), [.. problem.Arguments]), StringComparison.Ordinal);
        Assert.Null(bound.Value!.Webhooks!.Signature);
    }

    [Fact]
    public void Only_webhooks_of_the_tags_that_are_asked_for_are_received()
    {
        ClientModel client = BinderHost.Bind("webhooks: { a: { post: { tags: [one] } }, b: { post: { tags: [two] } } }", "one").Value!;

        Assert.Equal(["a"], client.Webhooks!.Events.Select(one => one.Event));
        Assert.Null(BinderHost.Bind("webhooks: { b: { post: { tags: [two] } } }", "one").Value!.Webhooks);
    }

    private static string Text(WebhookModel one) =>
        one.Handler.Text + " " + one.Event + " " + (one.Value is null ? "bytes" : BinderHost.Text(one.Value));

    private static string Place(DiagnosticInfo problem) =>
        $"{problem.Descriptor.Id} {problem.Location!.LineSpan.Start.Line + 1}:{problem.Location.LineSpan.Start.Character}";
}
