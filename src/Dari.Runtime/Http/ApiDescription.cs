namespace Dari.Http;

/// <summary>What a document says about its service as a whole. One for each client, shared by all instances.</summary>
public sealed class ApiDescription
{
    /// <summary>The client's name; also that of its activity source, meter and log category.</summary>
    public required string ClientName { get; init; }

    /// <summary>The document's server, absolute; null when it names none.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The environment variable that holds the key, or null.</summary>
    public string? ApiKeyVariable { get; init; }

    /// <summary>The environment variable that says where the service is, or null.</summary>
    public string? BaseUrlVariable { get; init; }

    /// <summary>The ways to prove who is calling.</summary>
    public IReadOnlyList<SecurityScheme> Schemes { get; init; } = [];

    /// <summary>Which of them operations want that say nothing else.</summary>
    public ApiSecurity Security { get; init; } = ApiSecurity.None;
}
