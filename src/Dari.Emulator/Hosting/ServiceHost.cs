using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

/// <summary>Serves one service over HTTP.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly IEmulatedService _service;
    private readonly ServiceContext _context;
    private readonly IRequestFaults _faults;
    private readonly WebApplication _app;

    public ServiceHost(IEmulatedService service, ServiceContext context, int port, IRequestFaults faults)
    {
        _service = service;
        _context = context;
        _faults = faults;
        _app = LoopbackApp.Create(context.Options, port, () => faults.RefusesConnection(service.Name));
        _app.Use(InterceptAsync);
        _app.UseWebSockets();
        var routes = new OperationRoutes(service.Document, _app, (operation, handler) => new OperationEndpoint(service, context, operation, handler).AnswerAsync);
        service.Map(routes);
        Unmapped = [.. routes.Unmapped];
    }

    public IEmulatedService Service => _service;

    public Uri Url => _context.Url;

    public IReadOnlyList<string> Unmapped { get; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _app.StartAsync(cancellationToken);
        _context.Url = LoopbackApp.Address(_app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _service.DisposeAsync();
    }

    /// <summary>Every request passes here first: faults are injected, calls are recorded, unknown routes refused.</summary>
    private async Task InterceptAsync(HttpContext http, RequestDelegate next)
    {
        ContractOperation? operation = http.GetEndpoint()?.Metadata.GetMetadata<ContractOperation>();
        var point = new FaultPoint(_service.Name, operation?.Id, operation?.Path, http, _service.Error);
        if (operation is null)
        {
            await _faults.InvokeAsync(point, RefuseRouteAsync);
            return;
        }

        // Recorded before the client can see the answer: a test that has the answer also finds the call.
        var record = new CallRecord(_context.Journal, _service.Name, operation.Id);
        http.Response.OnStarting(() =>
        {
            record.Write(http.Response.StatusCode);
            return Task.CompletedTask;
        });
        try
        {
            await _faults.InvokeAsync(point, next);
        }
        finally
        {
            record.Write(point.IsCut || http.RequestAborted.IsCancellationRequested ? 0 : http.Response.StatusCode);
        }
    }

    private async Task RefuseRouteAsync(HttpContext http)
    {
        // Routing answers a known path with another method through an endpoint of its own.
        ServiceFault fault = http.GetEndpoint() is null
            ? new ServiceFault(404, "not_found", "Not Found") { IsRefusal = true }
            : new ServiceFault(405, "invalid_request", "Method Not Allowed") { IsRefusal = true };
        JsonNode body = _service.Error(fault);
        http.Response.StatusCode = fault.Status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}
