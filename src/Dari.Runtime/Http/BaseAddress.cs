namespace Dari.Http;

/// <summary>Finds out where a service is: options, then environment, then the HTTP client, then the document.</summary>
internal sealed class BaseAddress
{
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };
    private readonly ApiDescription _description;
    private readonly string? _configured;

    internal BaseAddress(ApiDescription description, ClientOptions options, HttpClient? client)
    {
        _description = description;
        string? variable = description.BaseUrlVariable is { } name ? Environment.GetEnvironmentVariable(name) : null;
        _configured = options.BaseUrl is { } url ? Check(url.OriginalString, "ClientOptions.BaseUrl")
            : !string.IsNullOrWhiteSpace(variable)
                ? Check(variable.Trim(), $"The environment variable {description.BaseUrlVariable}")
            : client?.BaseAddress is { } address ? Check(address.OriginalString, "HttpClient.BaseAddress")
            : null;
    }

    /// <summary>The whole address of a call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="query">Its query, encoded, with what a credential adds.</param>
    /// <exception cref="InvalidOperationException">Nothing says where the service is.</exception>
    internal Uri For(ApiRequest request, string query)
    {
        char first = request.Path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        string address = $"{Root(request)}/{request.Path.TrimStart('/')}{(query.Length > 0 ? first + query : "")}";

        // System.Uri would turn %2E%2E back into ".." and climb out of the path.
        return new Uri(address, Verbatim);
    }

    /// <summary>Where a redirect leads; null when it is no place to go.</summary>
    internal static Uri? Follow(Uri from, Uri? location)
    {
        if (location is null || !Uri.TryCreate(from, location, out Uri? target))
        {
            return null;
        }

        bool isWeb = target.Scheme == Uri.UriSchemeHttps
            || (target.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp);
        return isWeb ? target : null;
    }

    internal static bool AreSameOrigin(Uri left, Uri right) =>
        left.Scheme == right.Scheme && left.Port == right.Port
        && string.Equals(left.IdnHost, right.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>The address before the path, without a closing slash.</summary>
    /// <exception cref="InvalidOperationException">Nothing says where the service is.</exception>
    internal string Root(ApiRequest request)
    {
        if (_configured is not null)
        {
            return _configured;
        }

        const string Origin = "The server of the document";
        string? root = _description.BaseUrl is { } url ? Check(url, Origin) : null;
        if (request.BaseUrl is { } own)
        {
            return root is not null && Uri.TryCreate(new Uri(root + "/"), own, out Uri? absolute)
                ? Check(absolute.OriginalString, Origin)
                : Check(own, Origin);
        }

        string variable = _description.BaseUrlVariable is { } name ? $" or the environment variable {name}" : "";
        return root ?? throw new InvalidOperationException(
            $"{_description.ClientName} does not know where its service is: set ClientOptions.BaseUrl{variable}.");
    }

    // Without its closing slash, so that paths join with exactly one.
    private static string Check(string text, string origin)
    {
        bool isAbsolute = Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);
        return isAbsolute && url!.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0
            ? url.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : throw new InvalidOperationException(
                $"{origin} is not an absolute http or https address without user, query and fragment.");
    }
}
