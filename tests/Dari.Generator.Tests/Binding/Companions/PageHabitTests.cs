using Dari.Generator.Model;

namespace Dari.Generator.Tests.Binding.Companions;

/// <summary>Which forms are taken for pages without being declared: none that leaves a doubt.</summary>
public sealed class PageHabitTests
{
    [Theory]
    [InlineData("cursor", "next_cursor: { type: string }", "Cursor")]
    [InlineData("pageToken", "nextPageToken: { type: string }", "Cursor")]
    [InlineData("next_token", "next_token: { type: [string, 'null'] }", "Cursor")]
    [InlineData("after", "has_more: { type: boolean }, last_id: { type: string }", "Cursor")]
    [InlineData("starting_after", "has_more: { type: boolean }", "LastItem")]
    [InlineData("after", "last_id: { type: string }", null)]
    [InlineData("cursor", "next_cursor: { type: integer }", null)]
    [InlineData("cursor", "next_page_token: { type: string }", null)]
    [InlineData("cursor", "next_cursor: { type: string }, others: { type: array, items: { type: string } }", null)]
    [InlineData("page", "total: { type: integer }", null)]
    public void Recognised(string parameter, string members, string? style)
    {
        string yaml = $$"""
            paths:
              /pets:
                get:
                  parameters: [{ name: {{parameter}}, in: query, schema: { type: string } }]
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              data: { type: array, items: { type: object, properties: { id: { type: string } } } }
                              {{string.Join("\n                  ", Split(members))}}
            """;

        var page = (PageModel?)Assert.Single(BinderHost.Operations(yaml)).Companions.SingleOrDefault();

        Assert.Equal(style, page?.Style.ToString());
    }

    [Theory]
    [InlineData("listPets", "ListAllAsync")]
    [InlineData("listToyRuns", "ListAllToyRunsAsync")]
    public void The_method_says_all_behind_its_verb(string id, string expected)
    {
        OperationModel operation = Assert.Single(BinderHost.Operations($$"""
            paths:
              /pets:
                get:
                  operationId: {{id}}
                  tags: [Pets]
                  x-pagination: { offset: offset }
                  parameters: [{ name: offset, in: query, schema: { type: integer } }]
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } }
            """));

        Assert.Equal(expected, Assert.Single(operation.Companions).Name.Plain);
    }

    // One member a line.
    private static string[] Split(string members) => members.Replace("}, ", "}\n").Split('\n');
}
