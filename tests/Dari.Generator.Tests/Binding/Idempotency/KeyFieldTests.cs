using Dari.Generator.Diagnostics;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding.Idempotency;

public sealed class KeyFieldTests
{
    private const string Responses = "responses: { '204': { description: Done. } }";

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/vnd.pets+json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public void The_marked_member_of_a_body_carries_the_key_and_need_not_be_set(string media)
    {
        Bound<ClientModel> bound = BinderHost.Bind($$"""
            paths:
              /batches:
                post:
                  operationId: createBatch
                  requestBody: { required: true, content: { {{media}}: { schema: { $ref: '#/components/schemas/Batch' } } } }
                  {{Responses}}
            components:
              schemas:
                Batch:
                  type: object
                  required: [idempotency_key, items]
                  properties:
                    idempotency_key: { type: string, x-idempotency-key: true, description: A key. }
                    items: { type: array, items: { type: string } }
            """);

        Assert.Empty(bound.Problems);
        Assert.Equal("idempotency_key", bound.Value!.Tags.Single().Operations.Single().IdempotencyField);
        PropertyModel property = Assert.IsType<ObjectModel>(bound.Value.Types.Single(type => type.Name.Plain == "Batch")).Properties.First();
        Assert.Equal(Presence.Optional, property.Presence);
        Assert.Contains("when it is left out", property.Docs.Remarks);
    }

    [Theory]
    [InlineData("Idempotency-Key", "")]
    [InlineData("X-Idempotency-Key", "")]
    [InlineData("Request-Token", ", x-idempotency-key: true")]
    public void Headers_are_known_by_name_or_mark(string name, string mark)
    {
        OperationModel operation = Assert.Single(BinderHost.Operations($$"""
            paths:
              /batches:
                post:
                  operationId: createBatch
                  parameters: [{ name: {{name}}, in: header, required: true, schema: { type: string }{{mark}} }]
                  {{Responses}}
            """));

        Assert.Equal(name, operation.IdempotencyHeader);
        Assert.Empty(operation.Leading);
    }

    [Theory]
    [InlineData("{ type: integer, x-idempotency-key: true }", 52)]
    [InlineData("{ type: string, x-idempotency-key: yes please }", 51)]
    [InlineData("{ type: object, properties: { inner: { type: string, x-idempotency-key: true } } }", 88)]
    public void A_mark_that_means_nothing_is_reported_at_its_place(string member, int column)
    {
        Bound<ClientModel> bound = BinderHost.Bind($$"""
            paths:
              /batches:
                post:
                  operationId: createBatch
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Batch' } } } }
                  {{Responses}}
            components: { schemas: { Batch: { type: object, properties: {
                    member: {{member}} } } } }
            """);

        DiagnosticInfo problem = Assert.Single(bound.Problems);
        Assert.Equal("DARI038", problem.Descriptor.Id);
        Assert.Equal(9, problem.Location!.LineSpan.Start.Line);
        Assert.Equal(column, problem.Location.LineSpan.Start.Character);
        Assert.StartsWith("#/components/schemas/Batch/properties/member", problem.Arguments[0], StringComparison.Ordinal);
        Assert.Null(bound.Value!.Tags.Single().Operations.Single().IdempotencyField);
    }

    [Fact]
    public void A_mark_on_a_query_parameter_is_reported()
    {
        Bound<ClientModel> bound = BinderHost.Bind($$"""
            paths:
              /batches:
                post:
                  operationId: createBatch
                  parameters:
                    - { name: key, in: query, schema: { type: string }, x-idempotency-key: true }
                  {{Responses}}
            """);

        DiagnosticInfo problem = Assert.Single(bound.Problems);
        Assert.Equal(("DARI038", 7, 79), (problem.Descriptor.Id, problem.Location!.LineSpan.Start.Line, problem.Location.LineSpan.Start.Character));
    }
}
