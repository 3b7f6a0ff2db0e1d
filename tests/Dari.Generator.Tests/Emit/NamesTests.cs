using Dari.Generator.Emit;
using Dari.Generator.Model;

namespace Dari.Generator.Tests.Emit;

public sealed class NamesTests
{
    /// <summary>
    /// The framework's names are everywhere in generated code. A schema of the same name must neither break it nor be
    /// mistaken for it.
    /// </summary>
    [Fact]
    public void A_document_may_declare_any_name_of_the_framework()
    {
        string[] names = [.. FrameworkNames.All];
        TypeModel[] types =
        [
            .. names.Select(name => Make.Object(
                name,
                Make.Property("Id", "id", Make.Scalar(ScalarKind.Guid)),
                Make.Property("Link", "link", Make.Scalar(ScalarKind.Uri), Presence.OptionalNullable),
                Make.Property("Own", "own", Make.Class(name), Presence.Optional))),
            Make.Enum("Mode", "on"),
            Make.Union("Pick", ("a", "Picked")),
            Make.Object("Picked") with { Base = Make.Name("Pick") },
            Make.Choice("Mix", Make.Case("A", Make.Class("Task"), JsonKind.Object), Make.Case("B", new ListValue(Make.Class("Guid"), false), JsonKind.Array)),
        ];
        OperationModel operation = Make.Operation(new PathPartModel("/a/", null), new PathPartModel(null, Make.Parameter("id", ParameterPlace.Path, Make.Class("HttpMethod")))) with
        {
            Response = new ResponseModel(ResponseKind.Json, Make.Class("Task"), false, null),
            Exceptions = new[] { new ErrorDocModel(Make.Name("ApiException"), new[] { "404" }) },
        };

        EmittedClient client = EmittedClient.Of(Make.Client(operation, types));

        client.RoundTrip("Task", """{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","link":null}""")
            .ShouldBe("""{"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","link":null}""");
    }

    [Fact]
    public void Only_the_name_that_is_declared_twice_is_written_in_full()
    {
        EmittedClient client = EmittedClient.Of(Make.Client(
            Make.Object("Uri", Make.Property("Link", "link", Make.Scalar(ScalarKind.Uri)), Make.Property("Id", "id", Make.Scalar(ScalarKind.Guid)), Make.Property("Own", "own", Make.Class("Uri"), Presence.Optional)),
            Make.Enum("Status", "ready")));

        string text = string.Concat(client.Files.Values);
        text.ShouldContain("required global::System.Uri Link");
        text.ShouldContain("required Guid Id");
        text.ShouldContain("public Uri? Own");
        text.ShouldContain("sealed partial record Uri");
    }

    [Fact]
    public void Keywords_are_names_like_others()
    {
        EmittedClient client = EmittedClient.Of(Make.Client(
            Make.Operation(new PathPartModel("/a/", null), new PathPartModel(null, Make.Parameter("class", ParameterPlace.Path, Make.String))) with
            {
                Trailing = new[] { Make.Parameter("in", ParameterPlace.Query, Make.Int64), Make.Parameter("value", ParameterPlace.Header, Make.String) },
            },
            Make.Object("record1", Make.Property("class", "class", Make.String), Make.Property("Class", "Class", Make.Int64, Presence.Optional), Make.Property("Reader", "reader", Make.String, Presence.Optional)),
            Make.Enum("Word", "event")));

        client.RoundTrip("record1", """{"class":"a","Class":1,"reader":"b"}""").ShouldBe("""{"class":"a","Class":1,"reader":"b"}""");
    }

    [Fact]
    public void Names_of_files_are_unique_whatever_the_case()
    {
        ClientModel client = Make.Client(Make.Object("Pet"), Make.Object("PET"), Make.Object("pET"), Make.Object(new string('A', 300)));

        string[] names = [.. EmittedClient.Of(client).Files.Keys];

        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(names.Length);
        names.ShouldAllBe(name => name.Length < 140);
    }
}
