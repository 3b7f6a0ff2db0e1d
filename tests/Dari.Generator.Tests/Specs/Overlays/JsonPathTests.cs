using Dari.Generator.Specs.Overlays.Paths;
using Dari.Generator.Specs.Syntax;
using Dari.Generator.Tests.Specs.Syntax;

namespace Dari.Generator.Tests.Specs.Overlays;

/// <summary>Queries by the rules of RFC 9535, over one small document.</summary>
public class JsonPathTests
{
    private const string Document = """
        {
          "info": { "title": "Pets", "x-a.b": 1, "it's": 2, "é": 3 },
          "tags": ["a", "b", "c", "d", "e"],
          "paths": {
            "/pets": {
              "get": { "operationId": "list", "tags": ["a", "b"], "limit": 10, "x-old": true },
              "post": { "operationId": "create", "tags": [], "limit": 2.5, "x-old": null }
            },
            "/pets/{id}": { "get": { "operationId": "get", "tags": ["b"], "limit": 1e1, "x-old": false } }
          },
          "mixed": [null, true, 0, "", [], {}, "Grüße", 12345678901234567890]
        }
        """;

    [Theory]
    // Names and indexes.
    [InlineData("$.info.title", "'Pets'")]
    [InlineData("$['info']['title']", "'Pets'")]
    [InlineData("$[\"info\"][\"title\"]", "'Pets'")]
    [InlineData("$.info['x-a.b']", "1")]
    [InlineData("$.info['it\\'s']", "2")]
    [InlineData("$.info[\"it's\"]", "2")]
    [InlineData("$.info.é", "3")]
    [InlineData("$.info['\\u00e9']", "3")]
    [InlineData("$ .info .title", "'Pets'")]
    [InlineData("$.info[ 'title' , 'é' ]", "'Pets' 3")]
    [InlineData("$.nothing", "")]
    [InlineData("$.info.title.more", "")]
    [InlineData("$.tags[0]", "'a'")]
    [InlineData("$.tags[-1]", "'e'")]
    [InlineData("$.tags[5]", "")]
    [InlineData("$.tags[-6]", "")]
    [InlineData("$.info[0]", "")]
    [InlineData("$.tags[0, 0]", "'a' 'a'")]
    [InlineData("$.tags.title", "")]
    // Slices.
    [InlineData("$.tags[1:3]", "'b' 'c'")]
    [InlineData("$.tags[:2]", "'a' 'b'")]
    [InlineData("$.tags[3:]", "'d' 'e'")]
    [InlineData("$.tags[::2]", "'a' 'c' 'e'")]
    [InlineData("$.tags[-2:]", "'d' 'e'")]
    [InlineData("$.tags[::-1]", "'e' 'd' 'c' 'b' 'a'")]
    [InlineData("$.tags[3:0:-2]", "'d' 'b'")]
    [InlineData("$.tags[1:100]", "'b' 'c' 'd' 'e'")]
    [InlineData("$.tags[::0]", "")]
    [InlineData("$.tags[ 1 : 3 : 1 ]", "'b' 'c'")]
    [InlineData("$.tags[-100:2]", "'a' 'b'")]
    // Wildcards and descendants.
    [InlineData("$.tags[*]", "'a' 'b' 'c' 'd' 'e'")]
    [InlineData("$.info.*", "'Pets' 1 2 3")]
    [InlineData("$.paths.*.get.operationId", "'list' 'get'")]
    [InlineData("$..operationId", "'list' 'create' 'get'")]
    [InlineData("$..['operationId']", "'list' 'create' 'get'")]
    [InlineData("$.paths..tags[0]", "'a' 'b'")]
    [InlineData("$.paths..[0]", "'a' 'b'")]
    [InlineData("$..limit", "10 2.5 1e1")]
    [InlineData("$.tags..*", "'a' 'b' 'c' 'd' 'e'")]
    [InlineData("$['paths', 'info']..title", "'Pets'")]
    // Filters: there or not.
    [InlineData("$.paths.*[?@.tags].operationId", "'list' 'create' 'get'")]
    [InlineData("$.paths.*[?@.nothing]", "")]
    [InlineData("$.paths.*[?!@.nothing].operationId", "'list' 'create' 'get'")]
    [InlineData("$.paths.*[?@.tags[0]].operationId", "'list' 'get'")]
    [InlineData("$.paths.*[?@['x-old']].operationId", "'list' 'create' 'get'")]
    [InlineData("$.paths[?@.post].get.operationId", "'list'")]
    [InlineData("$.mixed[?@.*]", "")]
    // Filters: comparisons.
    [InlineData("$.paths.*[?@.operationId=='list'].limit", "10")]
    [InlineData("$.paths.*[?@.operationId == \"create\"].limit", "2.5")]
    [InlineData("$.paths.*[?@.limit == 10].operationId", "'list' 'get'")]
    [InlineData("$.paths.*[?@.limit != 10].operationId", "'create'")]
    [InlineData("$.paths.*[?@.limit < 10].operationId", "'create'")]
    [InlineData("$.paths.*[?@.limit >= 2.5].operationId", "'list' 'create' 'get'")]
    [InlineData("$.paths.*[?@.limit > 1e0 && @.limit <= 2.5].operationId", "'create'")]
    [InlineData("$.paths.*[?@['x-old'] == true].operationId", "'list'")]
    [InlineData("$.paths.*[?@['x-old'] == false].operationId", "'get'")]
    [InlineData("$.paths.*[?@['x-old'] == null].operationId", "'create'")]
    [InlineData("$.paths.*[?@.nothing == null].operationId", "")]
    [InlineData("$.paths.*[?@.nothing == @.neither].operationId", "'list' 'create' 'get'")]
    [InlineData("$.paths.*[?@.operationId < 'get'].operationId", "'create'")]
    [InlineData("$.paths.*[?@.operationId >= 'get'].operationId", "'list' 'get'")]
    [InlineData("$.paths.*[?@.operationId < 5].operationId", "")]
    [InlineData("$.paths.*[?@.tags == $.paths['/pets/{id}'].get.tags].operationId", "'get'")]
    [InlineData("$.paths.*[?'list' == @.operationId].operationId", "'list'")]
    [InlineData("$.mixed[?@ == 12345678901234567890]", "12345678901234567890")]
    [InlineData("$.mixed[?@ == 12345678901234567891]", "")]
    [InlineData("$.mixed[?@ == '']", "''")]
    [InlineData("$.tags[?@ > 'c']", "'d' 'e'")]
    // Filters: logic.
    [InlineData("$.tags[?@ == 'a' || @ == 'e']", "'a' 'e'")]
    [InlineData("$.tags[?@ == 'a' || @ == 'b' && @ == 'c']", "'a'")]
    [InlineData("$.tags[?(@ == 'a' || @ == 'b') && @ != 'a']", "'b'")]
    [InlineData("$.tags[?!(@ == 'a')]", "'b' 'c' 'd' 'e'")]
    [InlineData("$.paths[?@.*[?@ == 'create']].get.operationId", "'list'")]
    [InlineData("$.paths.*[?@.tags[?@ == 'b']].operationId", "'list' 'get'")]
    // Functions.
    [InlineData("$.paths.*[?length(@.tags) == 2].operationId", "'list'")]
    [InlineData("$.paths.*[?length(@.operationId) > 3].operationId", "'list' 'create'")]
    [InlineData("$.mixed[?length(@) == 5]", "'Grüße'")]
    [InlineData("$.mixed[?length(@) == 0]", "'' [] {}")]
    [InlineData("$.paths[?count(@.*) > 1].post.operationId", "'create'")]
    [InlineData("$.paths[?count(@..tags) == 1].get.operationId", "'get'")]
    [InlineData("$.paths[?value(@..limit) == 10].get.operationId", "'get'")]
    [InlineData("$.paths.*[?match(@.operationId, 'l.st')].limit", "10")]
    [InlineData("$.paths.*[?match(@.operationId, 'ist')].limit", "")]
    [InlineData("$.paths.*[?search(@.operationId, 'ist')].limit", "10")]
    [InlineData("$.paths.*[?!search(@.operationId, 't$')].operationId", "'list' 'create' 'get'")]
    [InlineData("$.tags[?match(@, '[b-d]')]", "'b' 'c' 'd'")]
    [InlineData("$.mixed[?search(@, '\\\\p{Lu}')]", "'Grüße'")]
    [InlineData("$.mixed[?match(@, 'Gr.{2}e')]", "'Grüße'")]
    [InlineData("$.tags[?match(@, '(')]", "")]
    public void A_query_selects(string path, string expected)
    {
        SpecNode root = Reading.Json(Document).Value;

        IEnumerable<string> found = PathEvaluator.Select(root, JsonPathReader.Read(path)).Select(match => TreeText.Of(match.Node));

        string.Join(" ", found).ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "expected '$' at character 1, where it ends")]
    [InlineData("info", "expected '$' at character 1, not 'i'")]
    [InlineData("$.", "expected a name, '*' or '['; other names are written ['so'] at character 3, where it ends")]
    [InlineData("$info", "expected '.', '[' or the end at character 2, not 'i'")]
    [InlineData("$.info ", "expected '.', '[' or the end at character 7, not ' '")]
    [InlineData("$[", "expected a name in quotes, an index, '*' or '?' at character 3, where it ends")]
    [InlineData("$['a'", "expected ']' at character 6, where it ends")]
    [InlineData("$['a", "expected a closing ' at character 5, where it ends")]
    [InlineData("$['\\x']", "expected an escape such as \\n or \\u00e9 at character 5, not 'x'")]
    [InlineData("$['\\ud800']", "expected the second half of a surrogate pair at character 10, not '''")]
    [InlineData("$[01]", "expected an integer without leading zeros, within 53 bits at character 3, not '0'")]
    [InlineData("$[-0]", "expected an integer without leading zeros, within 53 bits at character 3, not '-'")]
    [InlineData("$[9007199254740992]", "expected an integer without leading zeros, within 53 bits at character 3, not '9'")]
    [InlineData("$.a-b", "expected '.', '[' or the end at character 4, not '-'")]
    [InlineData("$[?@.a = 1]", "expected ']' at character 8, not '='")]
    [InlineData("$[?@.* == 1]", "expected something to compare that is one value, before this at character 11, not '1'")]
    [InlineData("$[?1]", "expected a comparison such as '==' at character 5, not ']'")]
    [InlineData("$[?length(@.a)]", "expected a comparison such as '==' at character 15, not ']'")]
    [InlineData("$[?match(@.a, 'x') == true]", "expected 'match' and 'search' without a comparison at character 23, not 't'")]
    [InlineData("$[?size(@) == 1]", "there is no function 'size'; there are length, count, value, match and search")]
    [InlineData("$[?count(1) == 1]", "'count' takes one query")]
    [InlineData("$[?length(@.a, @.b) == 1]", "'length' takes one value")]
    [InlineData("$[?@.a == ]", "expected '@', '$', a value or a function at character 11, not ']'")]
    [InlineData("$..", "expected a name, '*' or '['; other names are written ['so'] at character 4, where it ends")]
    public void What_is_no_query_is_refused(string path, string problem) =>
        Should.Throw<JsonPathException>(() => JsonPathReader.Read(path)).Message.ShouldBe(problem);

    [Fact]
    public void Filters_nest_up_to_a_bound()
    {
        JsonPathReader.Read("$[?" + new string('(', 30) + "@" + new string(')', 30) + "]");

        Should.Throw<JsonPathException>(() => JsonPathReader.Read("$[?" + new string('(', 10_000)));
        Should.Throw<JsonPathException>(() => JsonPathReader.Read(string.Concat(Enumerable.Repeat("$[?", 10_000))));
    }

    [Fact]
    public void A_query_that_looks_at_too_much_is_given_up()
    {
        SpecNode root = Reading.Json("[" + string.Join(",", Enumerable.Repeat("[1,[2,[3]]]", 2_000)) + "]").Value;

        Should.Throw<JsonPathException>(() => PathEvaluator.Select(root, JsonPathReader.Read("$..[?count($..*) > 1]")))
            .Message.ShouldBe("it looks at more than 20 million values");
    }
}
