using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dari.Http;
using Dari.Json;
using Dari.Runtime.Tests.Http;
using Dari.Runtime.Tests.Loopback;
using Dari.Uploads;

namespace Dari.Runtime.Tests.Uploads;

/// <summary>A small service that takes uploads in parts, and the client of it that generated code would be.</summary>
internal sealed class UploadService : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly LoopbackServer _server;
    private readonly ApiPipeline _pipeline;
    private readonly SortedDictionary<int, byte[]> _parts = [];
    private readonly Dictionary<string, string> _bodies = [];
    private int _sessions;
    private int _underWay;

    internal UploadService(ClientOptions? options = null)
    {
        _server = new LoopbackServer(AnswerAsync);
        _pipeline = Service.To(_server, options);
    }

    internal long PartSize { get; set; } = 1000;

    internal int MaxConcurrency { get; set; } = 3;

    internal string Status { get; set; } = "open";

    internal long Length { get; private set; }

    /// <summary>Answers in the place of the service: by what is asked, how often it was asked so far.</summary>
    internal Func<string, int, LoopbackAnswer, Task<bool>> Fault { get; set; } = static (_, _, _) => Task.FromResult(false);

    /// <summary>The same, after the service has done its work.</summary>
    internal Func<string, int, LoopbackAnswer, Task<bool>> Loss { get; set; } = static (_, _, _) => Task.FromResult(false);

    internal List<string> Calls { get; } = [];

    internal List<string> ReusedKeys { get; } = [];

    internal int MostAtOnce { get; private set; }

    internal byte[]? Published { get; private set; }

    internal int Publications { get; private set; }

    internal ResumableUpload<string, string> Client => new(_pipeline)
    {
        Operation = "createUpload",
        Scope = $"/uploads",
        ReadRequest = JsonRead.String,
        WriteRequest = JsonWrite.StringValue,
        Create = async (request, options, cancellation) => State(await SendAsync(
            new ApiRequest(HttpMethod.Post, $"/uploads") { Content = Text(request), IdempotencyHeader = "Key" }, options, cancellation)),
        SendPart = async (part, options, cancellation) =>
        {
            var call = new ApiRequest(HttpMethod.Put, $"/uploads/{part.UploadId}/{part.Number}") { Content = ApiContent.Binary(part.Content) };
            call.AddHeader("Sha256", part.Sha256);
            return State(await SendAsync(call, options, cancellation));
        },
        Report = async (id, options, cancellation) =>
            State(await SendAsync(new ApiRequest(HttpMethod.Get, $"/uploads/{id}"), options, cancellation)),
        Complete = async (id, sha256, options, cancellation) => (await SendAsync(
            new ApiRequest(HttpMethod.Post, $"/uploads/{id}/complete") { Content = Text(sha256), IdempotencyHeader = "Key" },
            options,
            cancellation))["sha256"]!.GetValue<string>(),
        Abort = (id, options, cancellation) =>
            _pipeline.SendAsync(new ApiRequest(HttpMethod.Delete, $"/uploads/{id}"), options, cancellation),
        Stages = new Dictionary<string, UploadStage>
        {
            ["staged"] = UploadStage.Staged,
            ["completed"] = UploadStage.Completed,
            ["aborted"] = UploadStage.Aborted,
            ["expired"] = UploadStage.Expired,
        },
        Faults = new Dictionary<string, UploadFault>
        {
            ["taken"] = UploadFault.TargetConflict,
            ["full"] = UploadFault.QuotaExceeded,
            ["damaged"] = UploadFault.DigestMismatch,
        },
        FaultPaths = ["error/code"],
        FirstPart = 1,
        CreateTakesKey = true,
        CompleteTakesKey = true,
        SendsDigest = true,
    };

    internal int Count(string call) => Calls.Count(one => one == call);

    /// <summary>What is announced: the length, as JSON.</summary>
    internal static string Request(long length) => length.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        _pipeline.Dispose();
        await _server.DisposeAsync();
    }

    private static ApiContent Text(string text) => ApiContent.Text(text);

    private static UploadState State(JsonNode json) => new()
    {
        UploadId = json["id"]!.GetValue<string>(),
        Status = json["status"]!.GetValue<string>(),
        PartSize = json["size"]!.GetValue<long>(),
        PartCount = json["count"]!.GetValue<long>(),
        MaxConcurrency = json["atOnce"]!.GetValue<long>(),
        AcceptedBytes = json["bytes"]!.GetValue<long>(),
        NextPart = json["next"]?.GetValue<long>(),
    };

    private Task<JsonObject> SendAsync(ApiRequest call, RequestOptions options, CancellationToken cancellation) =>
        _pipeline.SendAsync(call, JsonRead.Object, options, cancellation);

    private async Task AnswerAsync(LoopbackRequest request, LoopbackAnswer answer)
    {
        string call = $"{request.Method} {request.Target}";
        int before;
        lock (_gate)
        {
            before = Count(call);
            Calls.Add(call);
            Remember(request);
        }

        bool isPart = request.Method == "PUT";
        MostAtOnce = isPart ? Math.Max(MostAtOnce, Interlocked.Increment(ref _underWay)) : MostAtOnce;
        await Task.Delay(isPart ? 5 : 0, answer.Stop);
        if (!await Fault(call, before, answer))
        {
            (int status, JsonNode body) = Work(request);
            if (!await Loss(call, before, answer))
            {
                // A client may send the next part as soon as it has the answer.
                Interlocked.Add(ref _underWay, isPart ? -1 : 0);
                await answer.SendAsync(status, body.ToJsonString(), "Content-Type: application/json");
                return;
            }
        }

        Interlocked.Add(ref _underWay, isPart ? -1 : 0);
    }

    private (int Status, JsonNode Body) Work(LoopbackRequest request)
    {
        lock (_gate)
        {
            switch (request.Method)
            {
                case "POST" when request.Target == "/uploads":
                    _sessions += _bodies.Count == 1 ? 1 : 0;
                    Length = long.Parse(request.Text, CultureInfo.InvariantCulture);
                    break;
                case "PUT":
                    int number = int.Parse(request.Target.Split('/')[^1], CultureInfo.InvariantCulture);
                    if (Convert.ToHexStringLower(SHA256.HashData(request.Body)) != request["Sha256"])
                    {
                        return (422, Error("damaged"));
                    }

                    _parts[number] = request.Body;
                    break;
                case "POST" when Bytes() < Length:
                    return (409, Error("incomplete"));
                case "POST":
                    Publications += Status == "completed" ? 0 : 1;
                    Published = [.. _parts.Values.SelectMany(static part => part)];
                    Status = "completed";
                    return (200, new JsonObject { ["sha256"] = request.Text });
                case "DELETE":
                    Status = "aborted";
                    break;
            }

            return (200, View());
        }
    }

    private JsonObject View()
    {
        long count = (Length + PartSize - 1) / PartSize;
        int next = 1;
        while (_parts.ContainsKey(next))
        {
            next++;
        }

        return new JsonObject
        {
            ["id"] = "u1",
            ["status"] = Status == "open" && Bytes() == Length ? "staged" : Status,
            ["size"] = PartSize,
            ["count"] = count,
            ["atOnce"] = MaxConcurrency,
            ["bytes"] = Bytes(),
            ["next"] = next > count ? null : next,
        };
    }

    private long Bytes() => _parts.Values.Sum(static part => (long)part.Length);

    internal static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code } };

    /// <summary>What the service forgets, as one does that lost a disk.</summary>
    internal void Lose(int part)
    {
        lock (_gate)
        {
            _parts.Remove(part);
        }
    }

    private void Remember(LoopbackRequest request)
    {
        if (request["Key"] is { } key && !_bodies.TryAdd(key, request.Target + request.Text)
            && _bodies[key] != request.Target + request.Text)
        {
            ReusedKeys.Add(key);
        }
    }
}
