using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.Versions;

public class DocumentReaderTests
{
    [Fact]
    public void The_parts_of_a_document_are_found()
    {
        ApiDocument document = Reading.Clean("""
            openapi: 3.1.0
            info: { title: Pets, version: 1.0, summary: All about pets., description: More about pets. }
            x-dari-client: { apiKeyVariable: PETS_KEY }
            servers:
            - url: https://{region}.pets.example/v1
              description: Production
              variables: { region: { default: eu, enum: [eu, us] }, port: { default: 443 } }
            - url: /relative
            tags:
            - { name: Pets, description: Animals. }
            - { name: 2.10 }
            security:
            - key: []
            - { key: [], bearer: [read] }
            - {}
            components:
              securitySchemes:
                key: { type: apiKey, in: query, name: api_key, description: Ask us. }
                bearer: { type: http, scheme: Bearer }
                basic: { type: http, scheme: basic }
                digest: { type: http, scheme: digest }
                oauth: { type: oauth2, flows: {} }
                oidc: { type: openIdConnect, openIdConnectUrl: https://pets.example }
                mtls: { type: mutualTLS }
            """);

        document.ShouldSatisfyAllConditions(
            d => (d.Title, d.Summary, d.Description).ShouldBe(("Pets", "All about pets.", "More about pets.")),
            d => d.Extension("x-dari-client")!.StringMember("apiKeyVariable").ShouldBe("PETS_KEY"),
            d => d.Servers.Select(server => server.Url).ShouldBe(["https://{region}.pets.example/v1", "/relative"]),
            d => d.Servers[0].Variables.Select(variable => (variable.Name, variable.Default)).ShouldBe([("region", "eu"), ("port", "443")]),
            d => d.Tags.Select(tag => (tag.Name, tag.Description)).ShouldBe([("Pets", "Animals."), ("2.10", null)]),
            d => d.Security.Select(one => string.Join("+", one.Schemes)).ShouldBe(["key", "key+bearer", ""]),
            d => d.SecuritySchemes.Select(scheme => $"{scheme.Name}:{scheme.Kind}:{scheme.In}:{scheme.ParameterName}").ShouldBe(
            [
                "key:ApiKey:Query:api_key",
                "bearer:HttpBearer:Header:",
                "basic:HttpBasic:Header:",
                "digest:HttpOther:Header:",
                "oauth:OAuth2:Header:",
                "oidc:OpenIdConnect:Header:",
                "mtls:MutualTls:Header:",
            ]));
    }

    [Fact]
    public void Tags_of_3_2_have_a_summary_and_are_nested()
    {
        ApiDocument document = Reading.Clean("openapi: 3.2.0\ntags: [{ name: a, summary: Short., parent: b, kind: nav }, { name: b, summary: Short., description: Long. }]");

        document.Tags.Select(tag => (tag.Name, tag.Description)).ShouldBe([("a", "Short."), ("b", "Long.")]);
    }

    [Fact]
    public void A_document_with_nothing_in_it_is_one()
    {
        ApiDocument document = Reading.Clean("openapi: 3.1.0\ninfo:\npaths:\ncomponents:\ntags:\nsecurity:\nservers:");

        document.Title.ShouldBeNull();
        document.Operations.ShouldBeEmpty();
        document.Schemas.ShouldBeEmpty();
        document.Security.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("info: text", "DARI004 2:7 #/info should be an object, not 'text'; it is ignored")]
    [InlineData("info: { title: [a] }", "DARI004 2:16 #/info/title should be a string, not a list; it is ignored")]
    [InlineData("paths: []", "DARI004 2:8 #/paths should be an object of paths, not a list; it is ignored")]
    [InlineData("paths: { /a: 1 }", "DARI004 2:14 #/paths/~1a should be a path item, not a number; it is ignored")]
    [InlineData("paths: { /a: { get: [] } }", "DARI004 2:21 #/paths/~1a/get should be an operation, not a list; it is ignored")]
    [InlineData("components: 1", "DARI004 2:13 #/components should be an object, not a number; it is ignored")]
    [InlineData("components: { schemas: [] }", "DARI004 2:24 #/components/schemas should be an object of schemas, not a list; it is ignored")]
    [InlineData("tags: Pets", "DARI004 2:7 #/tags should be a list of tags, not 'Pets'; it is ignored")]
    [InlineData("tags: [1]", "DARI004 2:8 #/tags/0 should be a tag, not a number; it is ignored")]
    [InlineData("security: { key: [] }", "DARI004 2:11 #/security should be a list of security requirements, not an object; it is ignored")]
    [InlineData("servers: [/v1]", "DARI004 2:11 #/servers/0 should be a server, not '/v1'; it is ignored")]
    [InlineData("webhooks: 1", "DARI004 2:11 #/webhooks should be an object of webhooks, not a number; it is ignored")]
    [InlineData(
        "components: { securitySchemes: { a: { type: magic } } }",
        "DARI007 2:37 #/components/securitySchemes/a was left out: its type 'magic' is not known")]
    [InlineData(
        "components: { securitySchemes: { a: { type: apiKey, name: k } } }",
        "DARI007 2:37 #/components/securitySchemes/a was left out: an API key needs 'name' and 'in' (header, query or cookie)")]
    public void What_is_not_understood_is_reported_where_it_stands(string yaml, string problem) =>
        Reading.Document("openapi: 3.1.0\n" + yaml).ShouldSatisfyAllConditions(
            reading => reading.Result.ShouldNotBeNull(),
            reading => reading.Problems.ShouldBe([problem]));

    [Fact]
    public void Json_and_yaml_give_the_same_document()
    {
        ApiDocument yaml = Reading.Clean("openapi: 3.1.0\npaths: { /a: { get: { operationId: getA } } }");
        ApiDocument json = Reading.Clean("""{"openapi": "3.1.0", "paths": {"/a": {"get": {"operationId": "getA"}}}}""");

        yaml.Operations.Single().Pointer.ShouldBe("#/paths/~1a/get");
        json.Operations.Single().OperationId.ShouldBe(yaml.Operations.Single().OperationId);
    }
}
