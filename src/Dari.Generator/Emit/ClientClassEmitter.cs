using System;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>The client itself: where it calls, and a property for each group of operations.</summary>
internal static class ClientClassEmitter
{
    public static FilePart Part(ClientScope scope)
    {
        ClientModel client = scope.Client;
        bool isDeprecated = client.Docs.Obsolete is not null || client.Tags.Any(tag => tag.Docs.Obsolete is not null);
        Code code = Lines.Spaced(Interface(client, scope), Class(client, scope));
        return new FilePart(code, isDeprecated ? Pragmas.Deprecated : Pragmas.None);
    }

    private static Code Interface(ClientModel client, ClientScope scope) => $$"""
        {{Docs.For(client.Docs, "Client of " + client.SpecFile + ".")}}
        {{scope.Stamp}}
        {{scope.Access}} partial interface I{{client.Name}}
        {
            {{Lines.Spaced(client.Tags.Select(Declaration))}}
        }
        """;

    private static Code Class(ClientModel client, ClientScope scope) => $$"""
        /// <inheritdoc cref="I{{client.Name}}"/>
        {{scope.Stamp}}
        {{scope.Access}} sealed partial class {{client.Name}} : I{{client.Name}}, IDisposable
        {
            private static readonly ApiDescription _description = new()
            {
                {{Description(client)}}
            };

            private readonly ApiPipeline _pipeline;

            {{Constructors(client)}}

            {{Lines.Spaced(client.Tags.Select(Property))}}

            /// <summary>Closes the connections, unless they belong to an <see cref="HttpClient"/> that was given.</summary>
            public void Dispose() => _pipeline.Dispose();
        }
        """;

    private static Code Constructors(ClientModel client) => $$"""
        /// <summary>Makes a client with connections of its own.</summary>
        /// <param name="options">Where to call and with which credential; what is left out comes from the environment.</param>
        public {{client.Name}}(ClientOptions? options = null)
            : this(new ApiPipeline(_description, options))
        {
        }

        /// <summary>Makes a client that calls through <paramref name="httpClient"/>, which is not disposed with it.</summary>
        /// <param name="httpClient">Sends the requests.</param>
        /// <param name="options">Where to call and with which credential; what is left out comes from the environment.</param>
        public {{client.Name}}(HttpClient httpClient, ClientOptions? options = null)
            : this(new ApiPipeline(_description, httpClient, options))
        {
        }

        private {{client.Name}}(ApiPipeline pipeline)
        {
            _pipeline = pipeline;
            {{Lines.Stacked(client.Tags.Select(Assignment))}}
        }
        """;

    private static Code Declaration(TagModel tag) => $$"""
        {{TagClientEmitter.DocsOf(tag)}}
        {{tag.Interface}} {{tag.Property}} { get; }
        """;

    private static Code Property(TagModel tag) => $$"""
        /// <inheritdoc/>
        {{Docs.Obsolete(tag.Docs)}}
        public {{tag.Interface}} {{tag.Property}} { get; }
        """;

    private static Code Assignment(TagModel tag) => $"{tag.Property} = new {tag.Type}(pipeline);";

    private static Code Description(ClientModel client) => Lines.Stacked(
        $"ClientName = {Literal.String(client.Name.Plain)},",
        Text("BaseUrl", client.Transport.BaseUrl),
        Text("ApiKeyVariable", client.Transport.ApiKeyVariable),
        Text("BaseUrlVariable", client.Transport.BaseUrlVariable),
        Schemes(client.Transport),
        $"Security = {SecurityCode.Expression(client.Transport.Security)},");

    private static Code Text(string property, string? text) =>
        text is null ? Code.Drop : $"{Identifier.From(property)} = {Literal.String(text)},";

    private static Code Schemes(TransportModel transport) => Code.LineWhen(transport.Schemes.Count > 0, $$"""
        Schemes = new SecurityScheme[]
        {
            {{Lines.Listed(transport.Schemes.Select(Scheme))}}
        },
        """);

    private static Code Scheme(SchemeModel scheme) => scheme.Kind switch
    {
        SchemeKind.Bearer => $"SecurityScheme.Bearer({Literal.String(scheme.Name)})",
        SchemeKind.OAuth2 => $"SecurityScheme.OAuth2({Literal.String(scheme.Name)}, {OrNull(scheme.TokenUrl)}, {OrNull(scheme.RefreshUrl)}{Scopes(scheme)})",
        SchemeKind.OpenIdConnect => $"SecurityScheme.OpenIdConnect({Literal.String(scheme.Name)}, {OrNull(scheme.DiscoveryUrl)}{Scopes(scheme)})",
        SchemeKind.Basic => $"SecurityScheme.Basic({Literal.String(scheme.Name)})",
        SchemeKind.ApiKeyHeader => $"SecurityScheme.ApiKeyHeader({Literal.String(scheme.Name)}, {Literal.String(scheme.ParameterName ?? "")})",
        SchemeKind.ApiKeyQuery => $"SecurityScheme.ApiKeyQuery({Literal.String(scheme.Name)}, {Literal.String(scheme.ParameterName ?? "")})",
        SchemeKind.ApiKeyCookie => $"SecurityScheme.ApiKeyCookie({Literal.String(scheme.Name)}, {Literal.String(scheme.ParameterName ?? "")})",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme)),
    };

    private static Code OrNull(string? text) => Code.Either(text is null, $"null", $"{Literal.String(text ?? "")}");

    private static Code Scopes(SchemeModel scheme)
    {
        Code scopes = Lines.Inline(scheme.Scopes.Select(Scope));
        return Code.When(scheme.Scopes.Count > 0, $", {scopes}");
    }

    private static Code Scope(string scope) => $"{Literal.String(scope)}";
}
