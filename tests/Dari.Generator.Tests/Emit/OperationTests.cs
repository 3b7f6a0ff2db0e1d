using Dari.Generator.Equality;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Emit;

/// <summary>Methods of operations compile in every combination, and read well.</summary>
public sealed class OperationTests
{
    private static readonly ObjectModel Pet = Make.Object("Pet", Make.Property("Id", "id", Make.String)) with { Base = Make.Name("Shape") };

    private static readonly TypeModel[] Types =
    [
        Pet,
        Make.Enum("Status", "ready"),
        Make.Enum("Level") with { Kind = ScalarKind.Int64, Values = new[] { new EnumValueModel(Make.Name("One"), "1", null) } },
        Make.Choice("Either", Make.Case("Text", Make.String, JsonKind.String), Make.Case("Number", Make.Int64, JsonKind.Integer)),
        Make.Union("Shape", ("pet", "Pet")),
    ];

    [Fact]
    public void Every_kind_of_parameter_has_a_text()
    {
        ValueModel[] values =
        [
            .. Enum.GetValues<ScalarKind>().Where(kind => kind != ScalarKind.File).Select(kind => Make.Scalar(kind)),
            Make.Struct("Status"), Make.Struct("Level"), Make.Struct("Either"), Make.Class("Pet"), Make.Class("Shape"),
            new ListValue(Make.Int64, false), new ListValue(Make.Struct("Status"), true), new MapValue(Make.Int64, false),
        ];
        ParameterPlace[] places = [ParameterPlace.Query, ParameterPlace.Header, ParameterPlace.Cookie];
        ParameterModel[] parameters =
        [
            .. values.SelectMany((value, i) => places.SelectMany(place => new[]
            {
                Make.Parameter($"r{i}{place}", place, value, isRequired: true),
                Make.Parameter($"o{i}{place}", place, value),
            })),
            .. values.Select((value, i) => Make.Parameter($"j{i}", ParameterPlace.Query, value) with { Style = ParameterStyle.Json }),
        ];
        OperationModel operation = Make.Operation(new PathPartModel("/pets", null)) with
        {
            Leading = parameters.Where(parameter => parameter.IsRequired).ToEquatableArray(),
            Trailing = parameters.Where(parameter => !parameter.IsRequired).ToEquatableArray(),
        };

        EmittedClient.Of(Make.Client(operation, Types)).File("PetsClient.g.cs").ShouldContain("Wire.");
    }

    [Fact]
    public void Every_style_of_a_query_parameter_compiles()
    {
        var list = new ListValue(Make.Scalar(ScalarKind.Date), false);
        var map = new MapValue(Make.String, false);
        ParameterModel[] parameters =
        [
            .. new[] { ParameterStyle.Multi, ParameterStyle.Comma, ParameterStyle.Space, ParameterStyle.Pipe, ParameterStyle.Tab }
                .Select(style => Make.Parameter("list" + style, ParameterPlace.Query, list) with { Style = style }),
            .. new[] { ParameterStyle.ObjectExploded, ParameterStyle.DeepObject, ParameterStyle.ObjectComma }
                .SelectMany(style => new ValueModel[] { map, Make.Class("Pet"), Make.Struct("Either"), Make.Scalar(ScalarKind.Object), Make.Scalar(ScalarKind.Any) }
                    .Select((value, i) => Make.Parameter($"object{style}{i}", ParameterPlace.Query, value) with { Style = style })),
            Make.Parameter("metadata", ParameterPlace.Query, map) with { Style = ParameterStyle.ObjectExploded, Prefix = "metadata." },
            Make.Parameter("raw", ParameterPlace.Query, Make.String) with { AllowReserved = true },
        ];
        var query = new QueryModel { Name = Make.Name("GetQuery"), Docs = Make.Docs("A query."), Pointer = "#/paths", Parameters = parameters };
        OperationModel operation = Make.Operation(new PathPartModel("/pets", null)) with
        {
            Query = new QueryUseModel(Make.Name("query"), Make.Name("GetQuery"), false, parameters),
        };

        EmittedClient client = EmittedClient.Of(Make.Client(operation, [.. Types, query]));

        client.File("PetsClient.g.cs").ShouldContain("query?.AddTo(call);");
        client.File("GetQuery.Wire.g.cs").ShouldContain("\"metadata.\"");
    }

    [Fact]
    public void Every_style_of_a_path_parameter_compiles()
    {
        ParameterStyle[] styles =
            [ParameterStyle.Plain, ParameterStyle.Label, ParameterStyle.LabelExploded, ParameterStyle.Matrix, ParameterStyle.MatrixExploded];
        ValueModel[] values =
        [
            Make.String, Make.Int64, Make.Scalar(ScalarKind.Guid), Make.Scalar(ScalarKind.DateTime), Make.Scalar(ScalarKind.Uri),
            Make.Struct("Status"), Make.Struct("Level"), new ListValue(Make.Struct("Level"), false), new MapValue(Make.Int64, false),
        ];
        PathPartModel[] path =
        [
            new("/a{b}\"\\/", null),
            .. styles.SelectMany(style => values.Select((value, i) =>
                new PathPartModel(null, Make.Parameter($"p{style}{i}", ParameterPlace.Path, value) with { Style = style }))),
        ];

        EmittedClient client = EmittedClient.Of(Make.Client(Make.Operation(path), Types));

        client.File("PetsClient.g.cs").ShouldContain("$\"/a{{b}}\\\"\\\\/{pPlain0}{pPlain1}{pPlain2}{Wire.DateTime(pPlain3)}");
    }

    public static TheoryData<string> Responses => new(Enum.GetNames<ResponseKind>());

    [Theory]
    [MemberData(nameof(Responses))]
    public void Every_kind_of_response_compiles(string kind)
    {
        var result = new ResultModel
        {
            Name = Make.Name("GetResult"),
            Docs = Make.Docs("A result."),
            Pointer = "",
            UnknownName = Make.Name("UnknownGetResult"),
            Cases = new[]
            {
                new ResultCaseModel("200", Make.Name("GetResultOk"), new ResponseModel(ResponseKind.Json, Make.Class("Pet"), false, "Found.")),
                new ResultCaseModel("202", Make.Name("GetResultAccepted"), new ResponseModel(ResponseKind.None, null, false, null)),
            },
        };
        ValueModel[] values = kind == "Result"
            ? [Make.Class("GetResult")]
            : [Make.Class("Pet"), Make.Struct("Status"), Make.Struct("Either"), Make.Scalar(ScalarKind.Bytes), new ListValue(Make.Class("Pet"), true)];
        OperationModel[] operations =
        [
            .. values.SelectMany((value, i) => new[] { false, true }.Where(isNullable => !isNullable || kind != "Result").Select(isNullable =>
                Make.Operation(new PathPartModel("/pets", null)) with
                {
                    Name = Make.Name($"Get{i}{isNullable}Async"),
                    Response = new ResponseModel(Enum.Parse<ResponseKind>(kind), value, isNullable, "A pet."),
                })),
        ];

        EmittedClient.Of(Make.Client([.. Types, result]) with { Tags = new[] { Make.Tag(operations) } });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_kind_of_body_compiles(bool isRequired)
    {
        ObjectModel form = Make.Object(
            "Form",
            Make.Property("File", "file", Make.Scalar(ScalarKind.File)),
            Make.Property("Wire", "wire", Make.Struct("Level"), Presence.Optional),
            Make.Property("Tags", "tags", new ListValue(Make.Int64, false), Presence.OptionalNullable),
            Make.Property("Pet", "pet", Make.Struct("Either"), Presence.Optional)) with
        {
            HasJson = false,
            Additional = Make.None,
            Parts = new[]
            {
                new PartModel(Make.Name("File"), "file", PartKind.File, Make.Scalar(ScalarKind.File), null, false),
                new PartModel(Make.Name("Wire"), "wire", PartKind.Text, Make.Struct("Level"), "text/plain", true),
                new PartModel(Make.Name("Tags"), "tags", PartKind.Texts, new ListValue(Make.Int64, false), null, true),
                new PartModel(Make.Name("Pet"), "pet", PartKind.Json, Make.Struct("Either"), "application/problem+json", true),
            },
        };
        ObjectModel fields = form with { Name = Make.Name("Fields"), Parts = form.Parts.Skip(1).ToEquatableArray() };
        (BodyKind Kind, ValueModel Value)[] bodies =
        [
            (BodyKind.Json, Make.Class("Pet")), (BodyKind.Json, Make.Struct("Either")), (BodyKind.Json, new ListValue(Make.Class("Pet"), false)),
            (BodyKind.Json, Make.Scalar(ScalarKind.Bytes)), (BodyKind.Multipart, Make.Class("Form")), (BodyKind.UrlEncoded, Make.Class("Fields")),
            (BodyKind.Text, Make.String), (BodyKind.Binary, Make.Scalar(ScalarKind.Bytes)), (BodyKind.Lines, Make.Class("Pet")), (BodyKind.Lines, Make.Int64),
        ];
        OperationModel[] operations =
        [
            .. bodies.SelectMany((body, i) => new[] { false, true }.Where(isNullable => !isNullable || body.Kind is BodyKind.Json or BodyKind.Lines).Select(isNullable =>
                Make.Operation(new PathPartModel("/pets", null)) with
                {
                    Name = Make.Name($"Send{i}{isNullable}Async"),
                    Method = "POST",
                    Body = new BodyModel
                    {
                        Name = Make.Name("call"),
                        Kind = body.Kind,
                        Value = body.Value,
                        IsRequired = isRequired,
                        IsNullable = isNullable,
                        ContentType = "application/x-test",
                        Docs = DocsModel.None,
                    },
                })),
        ];

        EmittedClient.Of(Make.Client([.. Types, form, fields]) with { Tags = new[] { Make.Tag(operations) } });
    }

    [Fact]
    public void A_request_says_all_that_differs_from_the_usual()
    {
        OperationModel operation = Make.Operation(new PathPartModel("/pets", null)) with
        {
            Method = "QUERY",
            Accept = "application/json",
            BaseUrl = "https://other.example",
            IdempotencyHeader = "Idempotency-Key",
            Errors = Make.Name("Usual"),
            Exceptions = new[] { new ErrorDocModel(Make.Name("Pet"), new[] { "404", "4XX", "default" }) },
            Security = new SecurityModel(new EquatableArray<string>[] { new[] { "key", "other" }, default }),
            Docs = new DocsModel("Old.", "More\n\nand more.", ""),
        };
        var errors = new ErrorTableModel(Make.Name("Usual"), new[] { new ErrorEntryModel("404", Make.Class("Pet")), new ErrorEntryModel("default", Make.String) });

        string text = EmittedClient.Of(Make.Client(operation, Types) with { ErrorTables = new[] { errors } }).File("PetsClient.g.cs");

        text.ShouldContain("""
                    var call = new ApiRequest(new HttpMethod("QUERY"), $"/pets")
                    {
                        Errors = AcmeClientErrors.Usual,
                        Security = ApiSecurity.AnyOf(new string[] { "key", "other" }, new string[] {  }),
                        Accept = "application/json",
                        BaseUrl = "https://other.example",
                        IdempotencyHeader = "Idempotency-Key",
                    };
            """);
        text.ShouldContain("""/// <exception cref="ApiException{Pet}">The service answered 404, 4XX or with another error.</exception>""");
    }
}
