using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Hosting;

/// <summary>A request that the document allows, with a key that is good.</summary>
internal sealed class Call(HttpContext http, ContractOperation operation, Caller caller, CheckedBody body, CancellationToken ended)
{
    public HttpContext Http { get; } = http;

    public ContractOperation Operation { get; } = operation;

    public Caller Caller { get; } = caller;

    /// <summary>Set when the client is gone or the emulator stops.</summary>
    public CancellationToken Ended { get; } = ended;

    /// <summary>The JSON body; null where there is none.</summary>
    public JsonNode? Json => body.Json;

    /// <summary>The JSON body as an object; an empty one where there is none.</summary>
    public JsonObject Body { get; } = body.Json as JsonObject ?? [];

    /// <summary>The form of a multipart or urlencoded request.</summary>
    public IFormCollection Form => body.Form ?? FormCollection.Empty;

    /// <summary>The bytes of a request that is neither JSON nor a form.</summary>
    public Stream Bytes => Http.Request.Body;

    public string Path(string name) => Http.Request.RouteValues[name] as string ?? "";

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var values) ? values[0] : null;

    public IReadOnlyList<string> QueryAll(string name) => [.. Http.Request.Query[name].OfType<string>()];

    public string? Header(string name) => Http.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
}
