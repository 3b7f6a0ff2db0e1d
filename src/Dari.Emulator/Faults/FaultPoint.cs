using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dari.Emulator.Faults;

/// <summary>A request at which faults may be injected.</summary>
/// <param name="service">The service's name; <c>storage</c> for upload targets.</param>
/// <param name="operationId">The operation; null where the request matches none.</param>
/// <param name="template">The path of the operation in its document; null where the request matches none.</param>
/// <param name="http">The request and its answer, whose bodies may be wrapped.</param>
/// <param name="error">An error in the service's form; null where it has none.</param>
internal sealed class FaultPoint(
    string service, string? operationId, string? template, HttpContext http, Func<ServiceFault, JsonNode>? error = null)
{
    public string Service => service;

    public string? OperationId => operationId;

    public string? Template => template;

    public HttpContext Http => http;

    /// <summary>Whether a fault has cut the connection.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Resets the connection; over HTTP/2 the stream.</summary>
    public void Reset()
    {
        IsCut = true;
        http.Abort();
    }

    /// <summary>Passes the request on with another stream for the answer's body.</summary>
    public async Task WithAnswerAsync(Func<Stream, Stream> wrap, RequestDelegate next)
    {
        IHttpResponseBodyFeature body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(wrap(body.Stream), body));
        try
        {
            await next(http);
        }
        catch (AnswerCutException)
        {
            IsCut = true;
            throw;
        }
        finally
        {
            http.Features.Set(body);
        }
    }

    /// <summary>Writes an error as the service would; status and headers are set.</summary>
    public async Task WriteErrorAsync(ServiceFault fault)
    {
        http.Response.ContentType = error is null ? "text/plain; charset=utf-8" : "application/json";
        await http.Response.WriteAsync(error?.Invoke(fault).ToJsonString() ?? fault.Message, http.RequestAborted);
    }
}
