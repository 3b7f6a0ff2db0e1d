using System.Globalization;
using System.Linq;
using Dari.Generator.Binding.Companions;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Paging;

/// <summary>Reads <c>x-pagination</c>.</summary>
internal sealed class PageFormReader(ShapeFolder folder)
{
    public PageForm? Read(ApiOperation operation, ExtensionReader reader)
    {
        reader.Expect("items", "cursor", "link", "lastItem", "page", "offset", "parameter", "hasMore", "first");
        if (!reader.IsValid || JsonAnswer.SchemaOf(operation) is not { } body)
        {
            return null;
        }

        string items = reader.Text("items") is { } text ? SchemaPath.Pointer(text) : "";
        SchemaShape? list = List(body, items);
        if (list is null)
        {
            Fail(reader, "items", "the answer has no list there");
            return null;
        }

        string[] ways = new[] { "cursor", "link", "lastItem", "page", "offset" }.Where(name => reader.Member(name) is not null).ToArray();
        if (ways.Length != 1)
        {
            reader.Fail("it needs one of cursor, link, lastItem, page and offset");
            return null;
        }

        string? hasMore = Place(reader, body, "hasMore");
        return ways[0] switch
        {
            "cursor" => new(PageStyle.Cursor, list, items, Parameter(reader, operation, "parameter"), Place(reader, body, "cursor"), hasMore, null),
            "link" => new(PageStyle.Link, list, items, null, Link(reader, body), hasMore, null),
            "lastItem" => new(PageStyle.LastItem, list, items, Parameter(reader, operation, "parameter"), Id(reader, list), hasMore, null),
            "page" => new(PageStyle.Number, list, items, Parameter(reader, operation, "page"), null, hasMore, First(reader)),
            _ => new(PageStyle.Offset, list, items, Parameter(reader, operation, "offset"), null, hasMore, null),
        };
    }

    private SchemaShape? List(ApiSchema body, string pointer)
    {
        if (SchemaPath.Find(folder, body, pointer) is not { } schema)
        {
            return null;
        }

        SchemaShape shape = folder.Fold(schema);
        return (shape.Types & SchemaTypes.Array) != 0 || shape.Items is not null
            ? shape
            : shape.Unions.SelectMany(union => union.Branches).Select(folder.Fold).FirstOrDefault(branch => branch.Items is not null);
    }

    private string? Place(ExtensionReader reader, ApiSchema body, string name)
    {
        if (reader.Text(name) is not { } text)
        {
            return null;
        }

        string pointer = SchemaPath.Pointer(text);
        if (SchemaPath.Find(folder, body, pointer) is null)
        {
            Fail(reader, name, "the answer has no member '" + text + "'");
        }

        return pointer;
    }

    // "link: header" is the header Link.
    private string? Link(ExtensionReader reader, ApiSchema body) =>
        reader.Member("link") is { Kind: SpecNodeKind.String, Text: "header" } ? null : Place(reader, body, "link");

    private string? Id(ExtensionReader reader, SchemaShape list)
    {
        if (reader.Text("lastItem") is not { } text)
        {
            return null;
        }

        string pointer = SchemaPath.Pointer(text);
        if (list.Items is null || SchemaPath.Find(folder, list.Items, pointer) is null)
        {
            Fail(reader, "lastItem", "an item has no member '" + text + "'");
        }

        return pointer;
    }

    private static string? Parameter(ExtensionReader reader, ApiOperation operation, string name)
    {
        string? parameter = reader.Text(name, isRequired: true);
        if (parameter is not null && !operation.Parameters.Any(one => one.In == ApiParameterLocation.Query && one.Name == parameter))
        {
            Fail(reader, name, "the operation has no query parameter '" + parameter + "'");
        }

        return parameter;
    }

    private static int? First(ExtensionReader reader)
    {
        if (reader.Member("first") is not { } node)
        {
            return null;
        }

        if (node.Kind == SpecNodeKind.Number && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int first))
        {
            return first;
        }

        reader.Fail(node, "'first' should be the number of the first page");
        return null;
    }

    private static void Fail(ExtensionReader reader, string name, string problem)
    {
        if (reader.Member(name) is { } node)
        {
            reader.Fail(node, problem);
        }
        else
        {
            reader.Fail(problem);
        }
    }
}
