using System.Reflection;
using System.Text.Json.Nodes;
using Dari.Corpus.Checks.Requests;
using Dari.Corpus.Generation;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;
using Dari.Generator.Model;

namespace Dari.Corpus.Checks;

/// <summary>
/// Calls each operation once for each answer that it declares, and once with nothing but what it requires, against an
/// in-process service.
/// </summary>
internal sealed class CallCheck
{
    private readonly SpecJson _spec;
    private readonly LoadedClient _client;
    private readonly int _seed;
    private readonly DocumentRow _row;
    private readonly CallArguments _arguments;
    private readonly AnswerReading _answers;

    private CallCheck(SpecJson spec, LoadedClient client, int seed, DocumentRow row)
    {
        (_spec, _client, _seed, _row) = (spec, client, seed, row);
        _arguments = new CallArguments(spec, client);
        _answers = new AnswerReading(client);
    }

    public static void Run(SpecJson spec, LoadedClient client, int seed, DocumentRow row) => new CallCheck(spec, client, seed, row).Run();

    private void Run()
    {
        var declared = _spec.Operations()
            .Select(one => new DeclaredOperation(_spec, one.Method, one.Path, one.Operation, one.Item))
            .ToDictionary(operation => operation.Key, StringComparer.Ordinal);
        using var service = new Service(_spec, _seed);
        using var http = new HttpClient(service);
        using var api = (IDisposable)Activator.CreateInstance(_client.TypeOf(_client.Model.Name.Plain), http, Options(_client.Model))!;
        foreach (TagModel tag in _client.Model.Tags)
        {
            object group = api.GetType().GetProperty(tag.Property.Plain)!.GetValue(api)!;
            foreach (OperationModel call in tag.Operations)
            {
                if (!declared.TryGetValue(call.Method + " " + call.Template, out DeclaredOperation? operation))
                {
                    continue;
                }

                // A method for another media type differs in one body only.
                string[] successes = [.. Service.Successes(operation.Node).Where(status => IsRead(call, operation, status))];
                string[] errors = call.Variant is null ? [.. Service.Errors(operation.Node)] : [];
                foreach (string status in successes.Concat(errors))
                {
                    Call(group, call, operation, service, status, isLeast: false);
                }

                Call(group, call, operation, service, successes[0], isLeast: true);
            }
        }
    }

    /// <summary>A method that gives a stream reads the statuses that have one; another method reads the others.</summary>
    private bool IsRead(OperationModel call, DeclaredOperation operation, string status)
    {
        Func<string, bool>? isStream = call.Response.Kind switch
        {
            ResponseKind.Events or ResponseKind.TextEvents => static type => type.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase),
            ResponseKind.Lines => static type => type.Contains("json", StringComparison.OrdinalIgnoreCase)
                && type.Split(';')[0].Trim() is not ("application/json" or "text/json"),
            _ => null,
        };
        string[] types = [.. (_spec.Follow(operation.Node["responses"]?[status])?["content"] as JsonObject ?? []).Select(media => media.Key)];
        return isStream is null || types.Length == 0 || types.Any(isStream);
    }

    private void Call(object group, OperationModel call, DeclaredOperation operation, Service service, string status, bool isLeast)
    {
        service.Begin(operation.Node, status);
        try
        {
            MethodInfo method = group.GetType().GetMethods().First(method => method.Name == call.Name.Plain);
            (CallValues values, object?[] arguments) = _arguments.Of(operation, call, method, _seed, isLeast);
            CallResult result = CallResult.Of(group, method, arguments);
            if (result.Exception is NoInstanceException)
            {
                return;
            }

            string? fault = service.Request is null
                ? result.Exception is { } exception ? Text.OneLine(exception) : "nothing was sent"
                : RequestReading.Fault(_spec, operation, values, service.Request, service.Body) ?? _answers.Fault(call, result, service);
            if (fault is null)
            {
                _row.CallsPassed++;
                return;
            }

            Fail(fault);
        }
        catch (Exception exception) when (exception is NoInstanceException or TargetInvocationException { InnerException: NoInstanceException })
        {
            // The document asks for a value that there is none of.
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(Text.OneLine(exception));
        }

        void Fail(string fault)
        {
            _row.CallsFailed++;
            _row.Failures.Add($"{operation.Key} {call.Variant} ({status}{(isLeast ? ", least" : "")}): {fault} {Text.Short(service.Answer, 120)}");
        }
    }

    private static ClientOptions Options(ClientModel model)
    {
        var options = new ClientOptions { BaseUrl = new Uri("http://localhost/base"), MaxRetries = 0, ApiKey = "key", Timeout = TimeSpan.FromSeconds(20) };
        foreach (SchemeModel scheme in model.Transport.Schemes)
        {
            options.Credentials[scheme.Name] = scheme.Kind switch
            {
                SchemeKind.Basic => Credential.Basic("user", "password"),
                SchemeKind.Bearer => Credential.Bearer("token"),
                _ => Credential.ApiKey("key"),
            };
        }

        return options;
    }
}
