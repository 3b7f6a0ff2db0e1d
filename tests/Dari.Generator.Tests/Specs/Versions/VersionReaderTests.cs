using Dari.Generator.Specs;

namespace Dari.Generator.Tests.Specs.Versions;

public class VersionReaderTests
{
    [Theory]
    [InlineData("swagger: '2.0'", "2.0")]
    [InlineData("swagger: 2.0", "2.0")]
    [InlineData("swagger: 2", "2.0")]
    [InlineData("openapi: 3.0.0", "3.0")]
    [InlineData("openapi: 3.0.3", "3.0")]
    [InlineData("openapi: '3.0'", "3.0")]
    [InlineData("openapi: 3.0.1-rc1", "3.0")]
    [InlineData("openapi: 3.1.0", "3.1")]
    [InlineData("openapi: 3.1", "3.1")]
    [InlineData("openapi: 3.2.0", "3.2")]
    public void Versions_are_recognised(string yaml, string version) => Reading.Clean(yaml).Version.ShouldBe(version);

    [Theory]
    [InlineData("openapi: 3.10.0", "3.2", "DARI015 1:10 Version '3.10.0' is not known; the document is read as OpenAPI 3.2")]
    [InlineData("openapi: 3.4.2", "3.2", "DARI015 1:10 Version '3.4.2' is not known; the document is read as OpenAPI 3.2")]
    [InlineData("openapi: 4.0.0", "3.2", "DARI015 1:10 Version '4.0.0' is not known; the document is read as OpenAPI 3.2")]
    [InlineData("openapi: v3.0.1", "3.0", "DARI015 1:10 Version 'v3.0.1' is not known; the document is read as OpenAPI 3.0")]
    [InlineData("openapi: '2.0'", "2.0", "DARI015 1:10 Version '2.0' is not known; the document is read as OpenAPI 2.0")]
    [InlineData("swagger: 3.0.0", "3.0", "DARI015 1:10 Version '3.0.0' is not known; the document is read as OpenAPI 3.0")]
    public void One_that_is_not_known_is_read_as_the_nearest(string yaml, string version, string problem)
    {
        Reading<ApiDocument> reading = Reading.Document(yaml);

        reading.Value.Version.ShouldBe(version);
        reading.Problems.ShouldBe([problem]);
    }

    [Theory]
    [InlineData("", "DARI002 1:1 This is not an OpenAPI document: it is empty; ")]
    [InlineData("[]", "DARI002 1:1 This is not an OpenAPI document: it is a list; ")]
    [InlineData("just a word", "DARI002 1:1 This is not an OpenAPI document: it is a string; ")]
    [InlineData("info: {}", "DARI002 1:1 This is not an OpenAPI document: it states no version; ")]
    [InlineData("swagger: '1.2'", "DARI002 1:10 This is not an OpenAPI document: version '1.2' is not known; ")]
    [InlineData("info: {}\nopenapi: {}", "DARI002 2:10 This is not an OpenAPI document: version '' is not known; ")]
    public void Anything_else_is_refused(string yaml, string problem)
    {
        Reading<ApiDocument> reading = Reading.Document(yaml);

        reading.Result.ShouldBeNull();
        reading.Problems.Single().ShouldStartWith(problem);
    }
}
