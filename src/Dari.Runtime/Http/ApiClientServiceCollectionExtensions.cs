using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dari.Http;

/// <summary>Registers generated clients.</summary>
public static class ApiClientServiceCollectionExtensions
{
    /// <summary>Registers a client over <see cref="IHttpClientFactory"/>.</summary>
    /// <typeparam name="TClient">What is asked for: the client's interface, or the client itself.</typeparam>
    /// <typeparam name="TImplementation">The client.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="configure">
    /// Sets the options. Logger and clock come from the services where they are not set.
    /// </param>
    /// <returns>
    /// The builder of the HTTP client, for further handlers. Its primary handler does not follow redirects, since it
    /// would take
    /// keys along to another origin; keep it so when replacing it.
    /// </returns>
    public static IHttpClientBuilder AddApiClient<TClient, TImplementation>(
        this IServiceCollection services,
        Func<HttpClient, ClientOptions, TImplementation> create,
        Action<ClientOptions>? configure = null)
        where TClient : class
        where TImplementation : class, TClient
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        return services.AddHttpClient(typeof(TClient).FullName ?? typeof(TClient).Name)
            .ConfigurePrimaryHttpMessageHandler(Handlers.CreateShared)
            .ConfigureHttpClient(Handlers.Configure)
            .AddTypedClient<TClient>((http, provider) => create(http, Options(provider, configure)));
    }

    private static ClientOptions Options(IServiceProvider provider, Action<ClientOptions>? configure)
    {
        var options = new ClientOptions { LoggerFactory = provider.GetService<ILoggerFactory>() };
        if (provider.GetService<TimeProvider>() is { } clock)
        {
            options.TimeProvider = clock;
        }

        configure?.Invoke(options);
        return options;
    }
}
