using System.Linq;
using Dari.Generator.Binding.Companions;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Paging;

/// <summary>
/// Recognises pages by forms that leave no doubt: an object with exactly one list, and beside it a cursor that an
/// optional query parameter takes, or <c>has_more</c> with a parameter that takes the id of the last item.
/// </summary>
internal sealed class PageHabits(ShapeFolder folder)
{
    // Parameter and member, in lower case without separators.
    private static readonly (string Parameter, string Member)[] Cursors =
    [
        ("cursor", "nextcursor"),
        ("cursor", "nextpagecursor"),
        ("pagecursor", "nextpagecursor"),
        ("nextcursor", "nextcursor"),
        ("pagetoken", "nextpagetoken"),
        ("nextpagetoken", "nextpagetoken"),
        ("nexttoken", "nexttoken"),
        ("continuationtoken", "nextcontinuationtoken"),
        ("marker", "nextmarker"),
    ];

    public PageForm? Recognise(ApiOperation operation)
    {
        if (JsonAnswer.SchemaOf(operation) is not { } body)
        {
            return null;
        }

        SchemaShape shape = folder.Fold(body);
        ShapeProperty[] lists = shape.Unions.Count == 0 ? shape.Properties.Where(IsList).ToArray() : [];
        return lists.Length == 1 ? Cursor(operation, shape, lists[0]) ?? LastItem(operation, shape, lists[0]) : null;
    }

    private PageForm? Cursor(ApiOperation operation, SchemaShape shape, ShapeProperty list)
    {
        var found = (
            from pair in Cursors
            from parameter in operation.Parameters
            where IsOptionalText(parameter) && Plain(parameter.Name) == pair.Parameter
            from member in shape.Properties
            where Plain(member.Name) == pair.Member && IsText(member)
            select (parameter, member)).Distinct().ToArray();
        return found.Length == 1
            ? Form(PageStyle.Cursor, list, found[0].parameter, found[0].member.Name, HasMore(shape))
            : null;
    }

    private PageForm? LastItem(ApiOperation operation, SchemaShape shape, ShapeProperty list)
    {
        ApiParameter[] after = operation.Parameters.Where(one => IsOptionalText(one) && Plain(one.Name) is "after" or "startingafter").ToArray();
        if (after.Length != 1 || HasMore(shape) is not { } more)
        {
            return null;
        }

        if (shape.Properties.FirstOrDefault(member => Plain(member.Name) == "lastid" && IsText(member)) is { } last)
        {
            return Form(PageStyle.Cursor, list, after[0], last.Name, more);
        }

        bool hasId = ListOf(list).Items is { } items && folder.Fold(items).Property("id") is { } id && IsText(id);
        return hasId ? Form(PageStyle.LastItem, list, after[0], "id", more) : null;
    }

    private PageForm Form(PageStyle style, ShapeProperty list, ApiParameter parameter, string next, string? hasMore) => new(
        style, ListOf(list), SchemaPath.Pointer(list.Name), parameter.Name, SchemaPath.Pointer(next), hasMore, null);

    private string? HasMore(SchemaShape shape) => shape.Properties
        .Where(member => Plain(member.Name) == "hasmore" && folder.Fold(member.Schemas[0]).Types == SchemaTypes.Boolean)
        .Select(member => SchemaPath.Pointer(member.Name))
        .FirstOrDefault();

    private bool IsOptionalText(ApiParameter parameter) =>
        parameter is { In: ApiParameterLocation.Query, IsRequired: false, ContentType: null } && IsText(parameter.Schema);

    private bool IsText(ShapeProperty member) => IsText(member.Schemas[0]);

    // "anyOf: [string, null]" is a text as well.
    private bool IsText(ApiSchema schema)
    {
        SchemaShape shape = folder.Fold(schema);
        return shape.Types == SchemaTypes.String
            || (shape.Unions.Count == 1 && shape.Unions[0].Branches
                .Select(branch => folder.Fold(branch).Types)
                .Where(types => types is not (SchemaTypes.None or SchemaTypes.Null))
                .DefaultIfEmpty(SchemaTypes.None)
                .All(types => types == SchemaTypes.String));
    }

    private bool IsList(ShapeProperty member) => folder.Fold(member.Schemas[0]) is { Types: SchemaTypes.Array, Items: not null };

    private SchemaShape ListOf(ShapeProperty list) => folder.Fold(list.Schemas[0]);

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
