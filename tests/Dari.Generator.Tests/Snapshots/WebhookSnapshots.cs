namespace Dari.Generator.Tests.Snapshots;

/// <summary>What webhooks become.</summary>
public sealed class WebhookSnapshots
{
    [Fact]
    public Task Signed_webhooks_with_typed_bodies() => Snapshot.Of("""
        x-webhook-signature:
          header: Acme-Signature
          format: v1={mac}
          content: '{timestamp}.{body}'
          timestamp: { header: Acme-Time }
          tolerance: 120
        webhooks:
          pet.sold:
            post:
              summary: Tells that a pet was sold.
              description: Once a sale.
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Sale' } } } }
          pet.seen:
            post:
              deprecated: true
              requestBody: { content: { application/json: { schema: { type: object, required: [type], properties: { type: { type: string, const: pet.seen } } } } } }
        components:
          schemas:
            Sale: { type: object, description: A sale., required: [type], properties: { type: { type: string, const: pet.sold, description: What. }, price: { type: integer, description: How much. } } }
        """, ["AcmeWebhooks"]);

    [Fact]
    public Task Webhooks_that_nothing_names_or_signs() => Snapshot.Of("""
        webhooks:
          upload:
            post: { requestBody: { content: { image/png: {} } } }
          names:
            post: { requestBody: { content: { application/json: { schema: { type: [array, 'null'], items: { type: [string, 'null'] } } } } } }
        """, ["AcmeWebhooks"]);

    [Fact]
    public void Names_of_the_runtime_and_hostile_text_compile() => Snapshot.Generate("""
        x-webhook-signature: { header: S, format: '"{mac}', separator: '\', content: '"{body}' }
        webhooks:
          '"; x': { post: { summary: '</summary> */ "', requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/WebhookDelivery' } } } } } }
          WebhookReceiver: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/AcmeWebhooks' } } } } } }
          other: { post: { requestBody: { content: { application/json: {} } } } }
        components:
          schemas:
            WebhookDelivery: { type: object, properties: { a: { type: string } } }
            WebhookHandler: { type: object, properties: { a: { type: string } } }
            AcmeWebhooks: { type: object, properties: { a: { type: string } } }
        """);

    [Fact]
    public void A_signature_alone_gives_a_receiver() =>
        Snapshot.Generate("x-webhook-signature: { scheme: standard-webhooks, tolerance: 60 }").Keys.ShouldContain(name => name.Contains("AcmeWebhooks"));
}
