using System;
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
            (ApiSecuritySchemeKind.HttpBearer, _) => SchemeKind.Bearer,
            (ApiSecuritySchemeKind.OAuth2, _) => SchemeKind.OAuth2,
            (ApiSecuritySchemeKind.OpenIdConnect, _) => SchemeKind.OpenIdConnect,
            (ApiSecuritySchemeKind.HttpBasic, _) => SchemeKind.Basic,
            (ApiSecuritySchemeKind.ApiKey, ApiParameterLocation.Header) => SchemeKind.ApiKeyHeader,
            (ApiSecuritySchemeKind.ApiKey, ApiParameterLocation.Query) => SchemeKind.ApiKeyQuery,
            (ApiSecuritySchemeKind.ApiKey, ApiParameterLocation.Cookie) => SchemeKind.ApiKeyCookie,
            _ => null,
        };
        if (kind is { } known)
        {
            bool hasTokens = known is SchemeKind.OAuth2 or SchemeKind.OpenIdConnect;
            return new SchemeModel(scheme.Name, known, scheme.ParameterName)
            {
                TokenUrl = hasTokens ? scheme.TokenUrl : null,
                RefreshUrl = hasTokens ? scheme.RefreshUrl : null,
                DiscoveryUrl = scheme.DiscoveryUrl,
                Scopes = hasTokens ? Scopes(scheme.Name) : [],
            };
        }

        _context.Problems.Add(
            DiagnosticDescriptors.PartLeftOut,
            scheme.Node,
            "security scheme '" + scheme.Name + "'",
            "credentials of this kind are left to the HttpClient that the caller gives");
        return null;
    }

    /// <summary>Of all operations, so that one token serves the whole client.</summary>
    private string[] Scopes(string scheme) => _context.Document.Operations
        .SelectMany(operation => operation.Security ?? _context.Document.Security)
        .SelectMany(requirement => requirement.Scopes)
        .Where(one => one.Scheme == scheme && one.Scope.Length > 0)
        .Select(one => one.Scope)
        .Distinct()
        .OrderBy(scope => scope, StringComparer.Ordinal)
        .ToArray();

    private SecurityModel Requirements(IReadOnlyList<ApiSecurityRequirement> requirements) =>
        new(requirements
            .Select(requirement => requirement.Schemes.Where(_schemes.ContainsKey).ToEquatableArray())
            .Distinct()
            .ToEquatableArray());
}
