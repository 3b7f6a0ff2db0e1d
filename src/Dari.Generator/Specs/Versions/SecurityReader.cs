using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.Versions;

/// <summary>Reads security requirements, which all versions write alike.</summary>
internal sealed class SecurityReader(ReadContext context)
{
    /// <summary>The alternatives that a document or an operation states; <see langword="null"/> when it says nothing.</summary>
    public IReadOnlyList<ApiSecurityRequirement>? Requirements(SpecPlace place)
    {
        if (place.Member("security") is not { } list || !context.ExpectList(list, "a list of security requirements"))
        {
            return null;
        }

        return
        [
            .. list.Items
                .Where(item => context.ExpectObject(item, "a security requirement"))
                .Select(item => new ApiSecurityRequirement([.. item.Node.Members.Select(scheme => scheme.Name)])
                {
                    Scopes = [.. item.Node.Members.SelectMany(scheme => scheme.Value.Items
                        .Where(scope => scope.Kind == SpecNodeKind.String)
                        .Select(scope => (scheme.Name, scope.Text)))],
                }),
        ];
    }

    /// <summary>Reads schemes one by one; what cannot be read is left out with a message.</summary>
    public IReadOnlyList<ApiSecurityScheme> Schemes(SpecPlace? map)
    {
        if (map is not { } schemes || !context.ExpectObject(schemes, "an object of security schemes"))
        {
            return [];
        }

        return
        [
            .. schemes.Members
                .Select(member => Scheme(member.Name, member.Place))
                .OfType<ApiSecurityScheme>(),
        ];
    }

    private ApiSecurityScheme? Scheme(string name, SpecPlace member)
    {
        if (context.Follow(member, "a security scheme") is not { } place)
        {
            return null;
        }

        string type = context.Text(place, "type") ?? "";
        ApiSecuritySchemeKind? kind = type.ToLowerInvariant() switch
        {
            "apikey" => ApiSecuritySchemeKind.ApiKey,
            "basic" => ApiSecuritySchemeKind.HttpBasic,
            "http" => HttpScheme(place),
            "oauth2" => ApiSecuritySchemeKind.OAuth2,
            "openidconnect" => ApiSecuritySchemeKind.OpenIdConnect,
            "mutualtls" => ApiSecuritySchemeKind.MutualTls,
            _ => null,
        };

        if (kind is null)
        {
            context.ReportLeftOut(place, type.Length == 0 ? "it has no type" : "its type '" + type + "' is not known");
            return null;
        }

        ApiParameterLocation location = ApiParameterLocation.Header;
        if (kind == ApiSecuritySchemeKind.ApiKey)
        {
            if (Location(place) is not { } found || place.Member("name") is null)
            {
                context.ReportLeftOut(place, "an API key needs 'name' and 'in' (header, query or cookie)");
                return null;
            }

            location = found;
        }

        return new ApiSecurityScheme(
            name,
            kind.Value,
            location,
            kind == ApiSecuritySchemeKind.ApiKey ? context.Text(place, "name") : null,
            context.Text(place, "description"),
            place.Node)
        {
            TokenUrl = Flow(place, "tokenUrl"),
            RefreshUrl = Flow(place, "refreshUrl"),
            DiscoveryUrl = kind == ApiSecuritySchemeKind.OpenIdConnect ? context.Text(place, "openIdConnectUrl") : null,
        };
    }

    /// <summary>An address of the flow that needs nobody to sign in, else of the first that has it; 2.0 has one flow.</summary>
    private static string? Flow(SpecPlace place, string name)
    {
        if (place.Node.Member("flows") is not { Kind: SpecNodeKind.Object } flows)
        {
            return place.Node.StringMember(name);
        }

        return flows.Members
            .OrderBy(flow => flow.Name == "clientCredentials" ? 0 : 1)
            .Select(flow => flow.Value.StringMember(name))
            .FirstOrDefault(url => url is not null);
    }

    private ApiSecuritySchemeKind HttpScheme(SpecPlace place) => context.Text(place, "scheme")?.ToLowerInvariant() switch
    {
        "bearer" => ApiSecuritySchemeKind.HttpBearer,
        "basic" => ApiSecuritySchemeKind.HttpBasic,
        _ => ApiSecuritySchemeKind.HttpOther,
    };

    private ApiParameterLocation? Location(SpecPlace place) => context.Text(place, "in")?.ToLowerInvariant() switch
    {
        "header" => ApiParameterLocation.Header,
        "query" => ApiParameterLocation.Query,
        "cookie" => ApiParameterLocation.Cookie,
        _ => null,
    };
}
