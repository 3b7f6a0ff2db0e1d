using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Diagnostics;
using Dari.Generator.Equality;
using Dari.Generator.Model;
using Dari.Generator.Specs;

namespace Dari.Generator.Binding.Operations;

/// <summary>Which credentials a call carries.</summary>
internal sealed class SecurityBinder
{
    private readonly BindingContext _context;
    private readonly Dictionary<string, SchemeModel> _schemes = [];
    private readonly SecurityModel _global;

    public SecurityBinder(BindingContext context)
    {
        _context = context;
        foreach (ApiSecurityScheme scheme in context.Document.SecuritySchemes)
        {
            if (Scheme(scheme) is { } model)
            {
                _schemes[scheme.Name] = model;
            }
        }

        _global = Requirements(context.Document.Security);
    }

    public SchemeModel[] Schemes() => _schemes.Values.ToArray();

    public SecurityModel Global => _global;

    public SecurityModel? Of(ApiOperation operation) =>
        operation.Security is { } own && Requirements(own) is var model && model != _global ? model : null;

    private SchemeModel? Scheme(ApiSecurityScheme scheme)
    {
        SchemeKind? kind = (scheme.Kind, scheme.In) switch
        {
            (ApiSecuritySchemeKind.HttpBearer or ApiSecuritySchemeKind.OAuth2 or ApiSecuritySchemeKind.OpenIdConnect, _) => SchemeKind.Bearer,
            (ApiSecuritySchemeKind.HttpBasic, _) => SchemeKind.Basic,
            (ApiSecuritySchemeKind.ApiKey, ApiParameterLocation.Header) => SchemeKind.ApiKeyHeader,
            (ApiSecuritySchemeKind.ApiKey, ApiParameterLocation.Query) => SchemeKind.ApiKeyQuery,
            (ApiSecuritySchemeKind.ApiKey, ApiParameterLocation.Cookie) => SchemeKind.ApiKeyCookie,
            _ => null,
        };
        if (kind is { } known)
        {
            return new SchemeModel(scheme.Name, known, scheme.ParameterName);
        }

        _context.Problems.Add(
            DiagnosticDescriptors.PartLeftOut,
            scheme.Node,
            "security scheme '" + scheme.Name + "'",
            "credentials of this kind are left to the HttpClient that the caller gives");
        return null;
    }

    private SecurityModel Requirements(IReadOnlyList<ApiSecurityRequirement> requirements) =>
        new(requirements
            .Select(requirement => requirement.Schemes.Where(_schemes.ContainsKey).ToEquatableArray())
            .Distinct()
            .ToEquatableArray());
}
