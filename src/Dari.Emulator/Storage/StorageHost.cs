using Dari.Emulator.Faults;
using Dari.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Dari.Emulator.Storage;

/// <summary>
/// The storage provider behind upload addresses, on an origin of its own. As such providers do, it insists on
/// exactly the headers that were handed out with the address and takes no key of the API.
/// </summary>
internal sealed class StorageHost : IAsyncDisposable
{
    private readonly UploadStore _store;
    private readonly IRequestFaults _faults;
    private readonly WebApplication _app;

    public StorageHost(UploadStore store, EmulatorOptions options, IRequestFaults faults)
    {
        _store = store;
        _faults = faults;
        _app = LoopbackApp.Create(options, options.StoragePort, () => faults.RefusesConnection(UploadTargets.Service));
        _app.MapMethods(UploadTargets.Template, ["PUT"], AnswerAsync);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _app.StartAsync(cancellationToken);
        _store.Url = LoopbackApp.Address(_app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http) => _faults.InvokeAsync(
        new FaultPoint(UploadTargets.Service, UploadTargets.OperationId, UploadTargets.Template, http), PutAsync);

    private async Task PutAsync(HttpContext http)
    {
        UploadTarget? target = _store.Find(http.Request.RouteValues["token"] as string ?? "");
        (int status, string message) = Refusal(target, http.Request) ?? await StoreAsync(target!, http);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(message, http.RequestAborted);
    }

    private (int Status, string Message)? Refusal(UploadTarget? target, HttpRequest request)
    {
        if (target is null)
        {
            return (404, "There is no such upload target.");
        }

        if (request.Headers.ContainsKey("Authorization") || request.Headers.ContainsKey("X-API-Key"))
        {
            return (400, "Only one way to authenticate is allowed: the address itself is signed, so no key may be sent.");
        }

        if (_store.Clock.GetUtcNow() >= target.ExpiresAt)
        {
            return (403, "The upload target has expired.");
        }

        if (File.Exists(target.File))
        {
            return (412, "The upload target has been used.");
        }

        return target.Headers.Select(header => Mismatch(request, header.Key, header.Value)).FirstOrDefault(static wrong => wrong is not null);
    }

    private static (int Status, string Message)? Mismatch(HttpRequest request, string header, string value) =>
        request.Headers[header].ToString() == value ? null : (403, $"The header '{header}' is not the signed one.");

    /// <summary>Writes beside the target and moves, so that half an upload is never taken for a whole one.</summary>
    private static async Task<(int Status, string Message)> StoreAsync(UploadTarget target, HttpContext http)
    {
        string partial = $"{target.File}.{Ids.New("")}.partial";
        try
        {
            await using (FileStream file = new(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                byte[] buffer = new byte[64 * 1024];
                for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
                {
                    if (file.Length + read > target.MaxBytes)
                    {
                        return (413, "The upload is too large.");
                    }

                    await file.WriteAsync(buffer.AsMemory(0, read), http.RequestAborted);
                }
            }

            return TryMove(partial, target.File) ? (200, "") : (412, "The upload target has been used.");
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static bool TryMove(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(to))
        {
            return false;
        }
    }
}
