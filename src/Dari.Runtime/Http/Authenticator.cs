using System.Net.Http.Headers;

namespace Dari.Http;

/// <summary>
/// Chooses what proves who is calling: options by scheme name, then the key in the options, then the environment.
/// </summary>
internal sealed class Authenticator
{
    private readonly ApiDescription _description;
    private readonly Dictionary<string, Credential> _credentials;
    private readonly Credential? _key;

    internal Authenticator(ApiDescription description, ClientOptions options)
    {
        _description = description;
        _credentials = new Dictionary<string, Credential>(StringComparer.Ordinal);
        if (options.Credentials.Count > 0)
        {
            AddAll(options);
        }

        string? key = options.ApiKey
            ?? (description.ApiKeyVariable is { } variable ? Environment.GetEnvironmentVariable(variable) : null);
        _key = string.IsNullOrWhiteSpace(key) ? null : Credential.ApiKey(key);
    }

    /// <summary>The proofs for a call; empty where none is wanted.</summary>
    /// <param name="request">The call.</param>
    /// <param name="headers">Headers of the call: a scheme whose header is set by hand needs no credential.</param>
    /// <param name="defaults">Those that the HTTP client adds.</param>
    /// <exception cref="InvalidOperationException">A credential is wanted, and there is none.</exception>
    internal IReadOnlyList<Proof> For(
        ApiRequest request, IReadOnlyDictionary<string, string> headers, HttpRequestHeaders defaults)
    {
        ApiSecurity security = request.Security ?? _description.Security;
        return security.Alternatives.Count == 0 ? [] : Choose(request, security, headers, defaults);
    }

    private List<Proof> Choose(
        ApiRequest request, ApiSecurity security, IReadOnlyDictionary<string, string> headers, HttpRequestHeaders defaults)
    {
        SecurityScheme? keyed = security.Alternatives.SelectMany(Schemes)
            .FirstOrDefault(static scheme => scheme.Kind != SecurityKind.Basic);
        foreach (string[] alternative in security.Alternatives.Where(static names => names.Length > 0))
        {
            if (TryAll(alternative, keyed, name => headers.ContainsKey(name) || defaults.Contains(name)) is { } proofs)
            {
                return proofs;
            }
        }

        bool isOptional = security.Alternatives.Any(static names => names.Length == 0);
        return isOptional ? [] : throw Missing(request, security);
    }

    private List<Proof>? TryAll(string[] names, SecurityScheme? keyed, Func<string, bool> isGiven)
    {
        var proofs = new List<Proof>();
        foreach (SecurityScheme scheme in Schemes(names))
        {
            Credential? credential = _credentials.GetValueOrDefault(scheme.Name) ?? (scheme == keyed ? _key : null);
            bool isInHeader = scheme.Kind is not (SecurityKind.Query or SecurityKind.Cookie);
            if (isInHeader && isGiven(scheme.Place))
            {
                continue;
            }

            if (credential is null)
            {
                return null;
            }

            proofs.Add(new Proof(scheme, credential));
        }

        return proofs;
    }

    // A service has few of them.
    private SecurityScheme? Find(string name)
    {
        foreach (SecurityScheme scheme in _description.Schemes)
        {
            if (scheme.Name == name)
            {
                return scheme;
            }
        }

        return null;
    }

    private IEnumerable<SecurityScheme> Schemes(string[] names) => names.Select(name =>
        Find(name) ?? throw new InvalidOperationException(
            $"{_description.ClientName} does not describe the security scheme \"{name}\"."));

    private void AddAll(ClientOptions options)
    {
        foreach ((string name, Credential credential) in options.Credentials)
        {
            SecurityScheme scheme = Check(name, credential);
            _credentials[name] = credential.For(scheme, options, options.BaseUrl?.OriginalString ?? _description.BaseUrl);
        }
    }

    private SecurityScheme Check(string name, Credential credential)
    {
        if (Find(name) is not { } scheme)
        {
            string known = string.Join(", ", _description.Schemes.Select(static one => $"\"{one.Name}\""));
            throw new ArgumentException(
                $"{_description.ClientName} has no security scheme \"{name}\"; "
                + $"it has {(known.Length > 0 ? known : "none")}.");
        }

        if (scheme.Kind == SecurityKind.Basic != credential is BasicCredential)
        {
            string wanted = scheme.Kind == SecurityKind.Basic
                ? "Credential.Basic"
                : "Credential.Bearer or Credential.ApiKey";
            throw new ArgumentException($"The security scheme \"{name}\" wants {wanted}.");
        }

        return scheme;
    }

    private InvalidOperationException Missing(ApiRequest request, ApiSecurity security)
    {
        string names = string.Join(" or ", security.Alternatives.Select(
            static all => string.Join(" with ", all.Select(static name => $"\"{name}\""))));
        string variable = _description.ApiKeyVariable is { } name ? $", or the environment variable {name}" : "";
        return new InvalidOperationException(
            $"{request.Method} {request.Template} needs a credential for {names}: "
            + $"set ClientOptions.ApiKey or ClientOptions.Credentials{variable}.");
    }
}
