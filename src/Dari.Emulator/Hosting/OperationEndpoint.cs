using Dari.Emulator.Contract;
using Dari.Emulator.Faults;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dari.Emulator.Hosting;

/// <summary>One operation over HTTP: key, request check, handler, reply check, answer.</summary>
internal sealed class OperationEndpoint(IEmulatedService service, ServiceContext context, ContractOperation operation, OperationHandler handler)
{
    public const string ViolationHeader = "x-dari-emulator-contract-violation";

    private readonly ReplyChecks _checks = new(service.Name, operation, context.Journal);

    public async Task AnswerAsync(HttpContext http)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, context.Background.Stopping);
        try
        {
            await SendAsync(http, await HandleAsync(http, ended.Token), isRefusal: false, ended.Token);
        }
        catch (ServiceFault fault) when (!http.Response.HasStarted)
        {
            await SendAsync(http, ErrorReply(fault), fault.IsRefusal, ended.Token);
        }
        catch (AnswerCutException)
        {
            throw;
        }
        catch (BadHttpRequestException exception) when (!http.Response.HasStarted)
        {
            // The request is broken or ends too early; that is the client's doing.
            http.Response.StatusCode = exception.StatusCode;
        }
        catch (Exception exception) when (ended.IsCancellationRequested || exception is ConnectionResetException or ConnectionAbortedException)
        {
            // A lost connection may be felt here before it is known to the request.
            http.Abort();
        }
        catch (Exception exception) when (exception is not ServiceFault and not BadHttpRequestException)
        {
            await SendViolationAsync(http, [new Finding("handler", "", "exception", exception.ToString())]);
        }
    }

    private async Task<Reply> HandleAsync(HttpContext http, CancellationToken ended)
    {
        Caller caller = Authenticate(http.Request);
        List<Finding> findings = [.. ParameterCheck.Check(operation, http.Request)];
        CheckedBody body = findings.Count > 0
            ? CheckedBody.None
            : await BodyCheck.ReadAsync(operation, http.Request, context.Options.MaxJsonBodyBytes, ended);
        findings.AddRange(body.Findings);
        return findings.Count > 0
            ? throw service.Refuse(operation, findings, http.Request, body.Json)
            : await handler(new Call(http, operation, caller, body, ended));
    }

    private Caller Authenticate(HttpRequest request)
    {
        if (operation.Security.Count == 0 || service.CarriesPermission(operation, request))
        {
            return Caller.Anonymous;
        }

        foreach (SecurityScheme scheme in operation.Security.Select(name => service.Document.Schemes[name]))
        {
            string sent = request.Headers[scheme.Header].ToString();
            if (sent.StartsWith(scheme.Prefix, StringComparison.OrdinalIgnoreCase)
                && context.Keys.Find(scheme.Name, sent[scheme.Prefix.Length..].Trim()) is { } caller)
            {
                return caller;
            }
        }

        throw service.Unauthorized(operation);
    }

    private Reply ErrorReply(ServiceFault fault)
    {
        Reply reply = Reply.Json(fault.Status, service.Error(fault));
        foreach ((string header, string value) in fault.Headers)
        {
            reply.With(header, value);
        }

        return reply;
    }

    private async Task SendAsync(HttpContext http, Reply reply, bool isRefusal, CancellationToken ended)
    {
        if (_checks.Check(reply, isRefusal) is { Count: > 0 } findings)
        {
            await SendViolationAsync(http, findings);
            return;
        }

        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = reply.ContentType;
        foreach ((string header, string value) in reply.Headers)
        {
            http.Response.Headers[header] = value;
        }

        await reply.WriteAsync(http, _checks, ended);
    }

    /// <summary>Member names may have any letters, headers may not.</summary>
    private static string HeaderText(string text) => string.Concat(text.TrimEnd().Select(static letter => letter is >= ' ' and <= '~' ? letter : '?'));

    /// <summary>The emulator itself is wrong: say so loudly, for a test must not pass on it.</summary>
    private async Task SendViolationAsync(HttpContext http, IReadOnlyList<Finding> findings)
    {
        _checks.Record(findings);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Features.Get<IHttpResponseFeature>()!.ReasonPhrase = "Contract Violation";
        http.Response.StatusCode = 500;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers[ViolationHeader] = HeaderText($"{operation.Id} {findings[0].Rule} {findings[0].Pointer}");
        await http.Response.WriteAsync(
            $"The emulator's own answer to {operation.Id} ({operation.Method} {operation.Path}) is not what the document allows:\n"
            + string.Concat(findings.Select(static finding => $"{finding} ({finding.Rule})\n")));
    }
}
