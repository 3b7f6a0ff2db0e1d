using Dari;
using Dari.Sandboxes;
using Dari.Uploader;
using Dari.Uploads;

// Uploads once, or dies where it is told to. Started again with the same ticket it goes on.
string Argument(string name) => args.Single(one => one.StartsWith($"--{name}=", StringComparison.Ordinal))[(name.Length + 3)..];

var death = Death.Parse(Argument("die"));
using var http = new HttpClient(new WatchedHandler(death, Argument("log"))) { Timeout = Timeout.InfiniteTimeSpan };
using var client = new SandboxClient(http, new ClientOptions
{
    BaseUrl = new Uri(Argument("url")),
    ApiKey = Argument("key"),
    RetryDelay = TimeSpan.FromMilliseconds(20),
});
var target = new UploadTarget { TargetPath = Argument("target"), Conflict = UploadConflictPolicy.Error };
var options = new UploadOptions
{
    Ticket = new WatchedTickets(new UploadTicketFile(Argument("ticket")), death),
    SpoolFolder = Path.GetDirectoryName(Argument("ticket")),
    BufferSize = 64 * 1024,
};
string sandbox = Argument("sandbox");
string source = Argument("source");

UploadPublished published = Argument("kind") switch
{
    "directory" => await client.Uploads.UploadDirectoryAsync(sandbox, source, target, options),
    "stream" => await client.Uploads.UploadStreamAsync(sandbox, new OneWayStream(File.OpenRead(source), death), target, options),
    _ => await client.Uploads.UploadFileAsync(sandbox, source, target, options),
};
Console.WriteLine($"{published.PublishedFileCount} files, {published.PublishedBytes} bytes");
