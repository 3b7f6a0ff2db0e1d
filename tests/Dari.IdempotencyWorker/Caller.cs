using System.Text.Json;
using Dari.Http;
using Dari.Idempotency;
using Dari.Json;

namespace Dari.IdempotencyWorker;

/// <summary>Makes calls with names, over and over the same ones.</summary>
internal static class Caller
{
    public static async Task RunAsync(string path, Uri url, int count, KillPoint point)
    {
        using var journal = new FileIdempotencyJournal(path);
        using var http = new HttpClient(point);
        var options = new ClientOptions { BaseUrl = url, IdempotencyJournal = journal, MaxRetries = 0 };
        using var pipeline = new ApiPipeline(new ApiDescription { ClientName = "Worker" }, http, options);
        Console.WriteLine("ready");
        for (int i = 0; i < count; i++)
        {
            var request = new ApiRequest(HttpMethod.Post, $"/jobs")
            {
                Content = ApiContent.Json(AnyJson.From($"job-{i}"), JsonWrite.AnyValue),
                IdempotencyHeader = "Idempotency-Key",
            };
            string answer = await pipeline.SendAsync(request, JsonRead.String, new() { LogicalCall = $"job-{i}" }, default);
            if (answer != $"job-{i} done")
            {
                throw new JsonException("The answer of another call: " + answer);
            }
        }

        Console.WriteLine("finished");
    }
}
