using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dari.Emulator.Hosting;

/// <summary>A bare web application on a loopback port.</summary>
internal static class LoopbackApp
{
    /// <param name="options">The protocol.</param>
    /// <param name="port">The port; 0 for one that the system picks.</param>
    /// <param name="isRefused">Asked for each connection whether to reset it at once.</param>
    public static WebApplication Create(EmulatorOptions options, int port, Func<bool>? isRefused = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = options.UseHttp2 ? HttpProtocols.Http2 : HttpProtocols.Http1;
                if (isRefused is not null)
                {
                    listen.Use((connection, next) => isRefused() ? Reset(connection) : next(connection));
                }
            });
        });
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>>(new BlockPool());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        return builder.Build();
    }

    public static Uri Address(WebApplication app) =>
        new(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    private static Task Reset(ConnectionContext connection)
    {
        connection.Abort();
        return Task.CompletedTask;
    }
}
