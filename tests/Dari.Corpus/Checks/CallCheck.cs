using System.Reflection;
using Dari.Corpus.Generation;
using Dari.Corpus.Reading;
using Dari.Corpus.Values;
using Dari.Generator.Model;

namespace Dari.Corpus.Checks;

/// <summary>Calls each operation once for each success that it declares, against an in-process service.</summary>
internal static class CallCheck
{
    public static void Run(SpecJson spec, LoadedClient client, int seed, DocumentRow row)
    {
        var declared = spec.Operations().ToDictionary(operation => operation.Method + " " + operation.Path, StringComparer.Ordinal);
        var maker = new ArgumentMaker(spec, client, seed);
        using var service = new Service(spec, seed);
        using var http = new HttpClient(service);
        using var api = (IDisposable)Activator.CreateInstance(client.TypeOf(client.Model.Name.Plain), http, Options(client.Model))!;
        foreach (TagModel tag in client.Model.Tags)
        {
            object group = api.GetType().GetProperty(tag.Property.Plain)!.GetValue(api)!;
            foreach (OperationModel call in tag.Operations)
            {
                string key = call.Method + " " + call.Template;
                if (!declared.TryGetValue(key, out var operation))
                {
                    continue;
                }

                foreach (string status in Service.Successes(operation.Operation))
                {
                    (service.Operation, service.Status) = (operation.Operation, status);
                    service.Forget();
                    try
                    {
                        object? result = Call(group, call, maker);
                        string? fault = service.Request is null
                            ? "nothing was sent"
                            : RequestReading.Fault(spec, operation, service.Request, service.Body) ?? Unread(result, call, client.Model);
                        if (fault is not null)
                        {
                            throw new InvalidDataException(fault);
                        }

                        row.CallsPassed++;
                    }
                    catch (Exception exception) when (exception is NoInstanceException or TargetInvocationException { InnerException: NoInstanceException })
                    {
                        // The document asks for a value that there is none of.
                    }
                    catch (Exception exception) when (exception is not OutOfMemoryException)
                    {
                        row.CallsFailed++;
                        row.Failures.Add($"{key} ({status}): {Text.OneLine(exception)} {Text.Short(service.Answer, 120)}");
                    }
                }
            }
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

    private static object? Call(object group, OperationModel call, ArgumentMaker maker)
    {
        MethodInfo method = group.GetType().GetMethods().First(method => method.Name == call.Name.Plain);
        object? returned = method.Invoke(group, [.. method.GetParameters().Select(parameter => maker.Argument(parameter.ParameterType, IsInPath(call, parameter)))]);
        if (returned is Task task)
        {
            task.GetAwaiter().GetResult();
            object? result = task.GetType().GetProperty("Result")?.GetValue(task);
            (result as IDisposable)?.Dispose();
            return result;
        }

        Type item = method.ReturnType.GetGenericArguments()[0];
        return typeof(CallCheck).GetMethod(nameof(Drain), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(item).Invoke(null, [returned]);
    }

    private static bool IsInPath(OperationModel call, ParameterInfo parameter) =>
        call.Path.Any(part => part.Parameter?.Name.Plain == parameter.Name);

    private static List<T> Drain<T>(IAsyncEnumerable<T> items) => items.ToListAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>A declared answer that ended as one that is not known.</summary>
    private static string? Unread(object? result, OperationModel call, ClientModel model) =>
        call.Response.Kind == ResponseKind.Result && result is not null
        && model.Types.OfType<ResultModel>().Any(type => type.UnknownName.Plain == result.GetType().Name)
            ? "a declared answer was read as " + result.GetType().Name
            : null;
}
