using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Tests.Core;

/// <summary>A service of the tests' own; what it answers is what the test gives it, right or wrong.</summary>
internal sealed class OrdersService(ServiceContext context) : IEmulatedService
{
    private const string Text = """
        openapi: 3.1.0
        info: { title: Orders, version: '1' }
        security: [{ key: [] }]
        paths:
          /orders/{id}:
            put:
              operationId: putOrder
              parameters:
                - { name: id, in: path, required: true, schema: { type: string, pattern: '^o_[0-9]+$' } }
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 9 } }
                - { name: kinds, in: query, schema: { type: array, maxItems: 2, items: { type: string, enum: [a, b] } } }
                - { name: X-Trace, in: header, schema: { type: [boolean, 'null'] } }
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
              responses:
                '200':
                  description: ok
                  headers: { ETag: { required: true, schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
                '204': { description: none }
            post:
              operationId: attachFile
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [file]
                      properties:
                        file: { type: string, format: binary }
                        pages: { type: integer }
                        labels: { type: object, additionalProperties: { type: string } }
              responses: { '204': { description: none } }
            get:
              operationId: watchOrder
              security: []
              responses:
                '200':
                  description: events
                  content: { text/event-stream: { schema: { $ref: '#/components/schemas/Order' } } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          schemas:
            Order:
              type: object
              required: [id, lines, serverOnly, clientOnly]
              additionalProperties: false
              properties:
                id: { type: string, const: o_1 }
                lines: { type: array, minItems: 1, items: { $ref: '#/components/schemas/Line' } }
                note: { anyOf: [{ type: string }, { type: 'null' }] }
                labels: { type: object, propertyNames: { pattern: '^[A-Z]+$' }, additionalProperties: { type: string } }
                serverOnly: { type: string, readOnly: true }
                clientOnly: { type: string, writeOnly: true }
            Line:
              oneOf: [{ $ref: '#/components/schemas/Item' }, { $ref: '#/components/schemas/Fee' }]
              discriminator: { propertyName: kind, mapping: { item: '#/components/schemas/Item', fee: '#/components/schemas/Fee' } }
            Item: { type: object, required: [kind, count], properties: { kind: { type: string }, count: { type: integer } } }
            Fee: { type: object, required: [kind], properties: { kind: { type: string } } }
        """;

    public Func<Call, Reply> Put { get; set; } = static _ => Reply.Empty();

    public Func<Call, Reply> Watch { get; set; } = static _ => Reply.Empty();

    public string Name => context.Name;

    public ContractDocument Document { get; } = ContractDocument.Parse(Text);

    public void Map(OperationRoutes routes)
    {
        routes.Map("putOrder", call => Put(call));
        routes.Map("attachFile", static _ => Reply.Empty());
        routes.Map("watchOrder", call => Watch(call));
    }

    public JsonNode Error(ServiceFault fault) => new JsonObject
    {
        ["message"] = fault.Message,
        ["findings"] = new JsonArray([.. fault.Findings.Select(static finding => (JsonNode?)$"{finding.Place} {finding.Pointer} {finding.Rule}")]),
    };

    public ServiceFault Refuse(ContractOperation operation, IReadOnlyList<Finding> findings) =>
        new(422, "", "wrong") { Findings = findings, IsRefusal = true };

    public ServiceFault Unauthorized(ContractOperation operation) => new(401, "", "no key") { IsRefusal = true };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
