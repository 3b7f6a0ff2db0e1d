using Dari.Http;
using Dari.Runtime.Tests.Loopback;

namespace Dari.Runtime.Tests.Http;

/// <summary>A described service with every kind of credential, and pipelines to it.</summary>
internal static class Service
{
    internal const string KeyVariable = "DARI_RUNTIME_TESTS_KEY";
    internal const string UrlVariable = "DARI_RUNTIME_TESTS_URL";

    internal static ApiDescription Description(ApiSecurity? security = null, string? baseUrl = null) => new()
    {
        ClientName = "TestClient",
        BaseUrl = baseUrl,
        ApiKeyVariable = KeyVariable,
        BaseUrlVariable = UrlVariable,
        Schemes =
        [
            SecurityScheme.Bearer("bearer"),
            SecurityScheme.ApiKeyHeader("header", "X-Service-Key"),
            SecurityScheme.ApiKeyQuery("query", "api_key"),
            SecurityScheme.ApiKeyCookie("cookie", "session"),
            SecurityScheme.Basic("basic"),
        ],
        Security = security ?? ApiSecurity.None,
    };

    internal static ApiPipeline To(LoopbackServer server, ClientOptions? options = null, ApiSecurity? security = null)
    {
        options ??= new ClientOptions();
        options.BaseUrl ??= server.Url;
        if (options.RetryDelay == TimeSpan.FromMilliseconds(500))
        {
            options.RetryDelay = TimeSpan.FromMilliseconds(5);
        }

        return new ApiPipeline(Description(security), options);
    }

    internal static ApiRequest Get(int id = 7) => new(HttpMethod.Get, $"/v1/pets/{id}");
}
