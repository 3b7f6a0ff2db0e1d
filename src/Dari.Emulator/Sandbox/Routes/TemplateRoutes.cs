using System.Globalization;
using System.Runtime.CompilerServices;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Templates;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Template builds and their logs.</summary>
internal static class TemplateRoutes
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    public static void Map(SandboxRoutes routes)
    {
        var clock = routes.World.Settings.Clock;
        routes.Map("startTemplateBuild", (call, account) => Reply.Json(
            200,
            account.Templates.Start(SandboxJson.Read<BuildRequest>(call), call.Body.ToJsonString()).View(clock.GetUtcNow())));
        routes.Map("streamTemplateBuildLogs", (call, account) => Reply.Events(EventsAsync(
            account.Templates.Find(call.Path("build_id")).Log, Offset(call), call.Query("follow") == "true", clock)));
    }

    // The offset wins over its other name, and both over what a reconnecting reader saw last.
    private static long Offset(Call call) =>
        Number(call.Query("offset")) ?? Number(call.Query("cursor")) ?? Number(call.Header("Last-Event-ID")) + 1 ?? 0;

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async IAsyncEnumerable<ServerEvent> EventsAsync(
        IReadOnlyList<BuildLogEntry> log,
        long offset,
        bool isFollowing,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var entry in log.Where(entry => entry.Offset >= offset))
        {
            // The clock may be one that a test moves by hand, so its timers are not to be relied on.
            while (entry.Timestamp > clock.GetUtcNow())
            {
                if (!isFollowing)
                {
                    yield break;
                }

                await Task.Delay(LookAgain, cancellationToken);
            }

            yield return new ServerEvent
            {
                Id = entry.Offset.ToString(CultureInfo.InvariantCulture),
                Type = "log",
                Data = SandboxJson.Node(entry),
            };
        }
    }
}
