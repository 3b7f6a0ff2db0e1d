using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Browser;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Browser sessions.</summary>
internal static class BrowserSessionRoutes
{
    private const int MostSessions = 100;
    private const int MostPixels = 10_000;

    public static void Map(AccountRoutes routes)
    {
        ServiceContext context = routes.World.Context;
        routes.Change("createBrowserSession", "browser.open", call => Create(call, context));
        routes.Read("listBrowserSessions", List);
        routes.Read("getBrowserSession", static call => Reply.Json(200, call.FromPath(call.Account.Browsers, "session_id").View()));
        routes.Change("closeBrowserSession", "browser.close", Close);
    }

    private static Reply Create(AccountCall call, ServiceContext context)
    {
        SnapshotFault.RequireRange(call.Body.Whole("viewport_width"), 1, MostPixels, "/viewport_width");
        SnapshotFault.RequireRange(call.Body.Whole("viewport_height"), 1, MostPixels, "/viewport_height");
        if (call.Account.Browsers.Count >= MostSessions)
        {
            throw new ServiceFault(429, "quota_exceeded", $"The account has {MostSessions} browser sessions open, which is the quota.");
        }

        var browser = new BrowserSession(
            (int)(call.Body.Whole("viewport_width") ?? 1920),
            (int)(call.Body.Whole("viewport_height") ?? 1080),
            call.Body.Text("user_agent"),
            context.Now);
        return Reply.Json(200, call.About("browser_session", call.Account.Browsers.Add(browser)).View());
    }

    private static Reply List(AccountCall call) => Reply.Json(200, new JsonObject
    {
        ["sessions"] = new JsonArray([.. call.Account.Browsers.All.Select(static browser => (JsonNode?)browser.View())]),
    });

    private static Reply Close(AccountCall call)
    {
        call.Account.Browsers.Remove(call.About("browser_session", call.FromPath(call.Account.Browsers, "session_id")));
        return Reply.Empty(200);
    }
}
