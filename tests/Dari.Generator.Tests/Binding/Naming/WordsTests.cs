using Dari.Generator.Binding.Naming;

namespace Dari.Generator.Tests.Binding.Naming;

public sealed class WordsTests
{
    [Theory]
    [InlineData("user_id", "UserId")]
    [InlineData("userID", "UserId")]
    [InlineData("userIDs", "UserIds")]
    [InlineData("HTTPValidationError", "HttpValidationError")]
    [InlineData("sha256", "Sha256")]
    [InlineData("sha256_sum", "Sha256Sum")]
    [InlineData("gitCloneURL", "GitCloneUrl")]
    [InlineData("x-rate-limit", "XRateLimit")]
    [InlineData("content type", "ContentType")]
    [InlineData("ALLCAPS", "Allcaps")]
    [InlineData("APIv2", "ApiV2")]
    [InlineData("v1Beta2", "V1Beta2")]
    [InlineData("10_25", "10_25")]
    [InlineData("größe", "Größe")]
    [InlineData("a", "A")]
    [InlineData("", "")]
    [InlineData("--", "")]
    public void Names_become_Pascal_case(string text, string expected) => Assert.Equal(expected, Words.Pascal(text));

    [Theory]
    [InlineData("policies", "policy")]
    [InlineData("sandboxes", "sandbox")]
    [InlineData("batches", "batch")]
    [InlineData("addresses", "address")]
    [InlineData("files", "file")]
    [InlineData("status", "status")]
    [InlineData("address", "address")]
    [InlineData("news", "news")]
    [InlineData("analysis", "analysis")]
    [InlineData("databases", "database")]
    public void Plurals_have_a_singular(string word, string expected) => Assert.Equal(expected, Singular.Of(word));
}
