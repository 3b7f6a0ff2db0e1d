using Dari.Generator.Equality;
using Dari.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dari.Generator.Tests.Emit;

/// <summary>Text of a document stands in comments and literals only, whatever it is.</summary>
public sealed class HostileTextTests
{
    private const string Payload = "class Injected { }";

    public static TheoryData<string> Texts => new(
        "*/ " + Payload + " /*",
        "\" + " + Payload + " + \"",
        "\\\"" + Payload,
        "{" + Payload + "}{{0}}",
        "\n" + Payload + "\n",
        "\r" + Payload,
        "\r\n" + Payload,
        "\u0085" + Payload,
        "\u2028" + Payload,
        "\u2029" + Payload,
        "\v\f\0\u001b" + Payload,
        "\u202E" + Payload + "\u202C\u200F\u2066",
        "\uD800" + Payload + "\uDC00",
        "\uFEFF\uFFFE\uFFFF" + Payload,
        "</summary>" + Payload + "<summary>&amp;<![CDATA[",
        "`" + Payload + "` `",
        "#endif\n#pragma warning disable\n" + Payload,
        "\uDB40\uDC01" + Payload);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_cannot_leave_its_place(string text)
    {
        EmittedClient client = EmittedClient.Of(Model(text));

        foreach ((string name, string code) in client.Files)
        {
            SyntaxNodeCheck(name, code);
            code.ShouldNotContain("\u202E");
            code.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        }

        client.Type("Injecting").Assembly.GetType("Acme.Injected").ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Names_on_the_wire_survive(string text)
    {
        // What JSON cannot hold, half a surrogate pair, comes out as it would from any encoder.
        string wire = new([.. text.Select((c, i) => char.IsSurrogate(c) && !IsPaired(text, i) ? '\uFFFD' : c)]);
        string json = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { [wire] = 1, ["kind"] = "x" });

        string again = EmittedClient.Of(Model(text)).RoundTrip("Injecting", json);

        System.Text.Json.JsonDocument.Parse(again).RootElement.GetProperty(wire).GetInt64().ShouldBe(1);
    }

    private static bool IsPaired(string text, int index) =>
        char.IsSurrogatePair(text, index) || (index > 0 && char.IsSurrogatePair(text, index - 1));

    private static void SyntaxNodeCheck(string name, string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            .ShouldAllBe(type => type.Identifier.Text != "Injected", name);

    private static ClientModel Model(string text)
    {
        var docs = new DocsModel(text, text, text);
        OperationModel operation = Make.Operation(
            new PathPartModel("/" + text, null),
            new PathPartModel(null, Make.Parameter("id", ParameterPlace.Path, Make.String) with { Docs = docs, WireName = text })) with
        {
            Docs = docs,
            Accept = text,
            BaseUrl = text,
            Trailing = new[] { Make.Parameter("q", ParameterPlace.Query, Make.Int64) with { Docs = docs, WireName = text } },
            Response = new ResponseModel(ResponseKind.None, null, false, text),
            Exceptions = new[] { new ErrorDocModel(Make.Name("Injecting"), new[] { text }) },
            Security = new SecurityModel(new EquatableArray<string>[] { new[] { text } }),
        };
        ObjectModel model = Make.Object(
            "Injecting",
            Make.Property("Text", text, Make.Int64) with { Docs = docs },
            Make.Property("Kind", "kind", Make.Struct("Choice"), Presence.Optional));
        return Make.Client(
            operation,
            model with { Docs = docs, Pointer = text },
            Make.Enum("Choice") with { Docs = docs, Values = new[] { new EnumValueModel(Make.Name("One"), text, text) } },
            Make.Union("Pick") with { Docs = docs, Discriminator = text, Cases = new[] { new UnionCaseModel(new[] { text }, Make.Name("Case")) } },
            Make.Object("Case", Make.Constant("Is", text, ScalarKind.String, text)) with { Base = Make.Name("Pick"), Docs = docs }) with
        {
            SpecFile = text,
            Docs = docs,
            Transport = new TransportModel
            {
                BaseUrl = text,
                ApiKeyVariable = text,
                Schemes = new[] { new SchemeModel(text, SchemeKind.ApiKeyHeader, text) },
                Security = new SecurityModel(default),
            },
        };
    }
}
