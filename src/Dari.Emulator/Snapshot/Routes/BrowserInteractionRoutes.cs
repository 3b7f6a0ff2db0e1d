using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Browser;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>What is done in browser sessions. Pages are made up; see <see cref="BrowserPage"/>.</summary>
internal static class BrowserInteractionRoutes
{
    private const int DefaultTimeout = 30_000;
    private const int LongestTimeout = 600_000;
    private const long DefaultAnchors = 50;

    // What is entered becomes part of an address, and addresses have a longest length.
    private const int LongestField = 4096;

    public static void Map(AccountRoutes routes)
    {
        ServiceContext context = routes.World.Context;
        routes.Read("extractBrowserContent", call => Content(call, context));
        routes.ChangeAsync("navigateBrowser", "browser.navigate", call => NavigateAsync(call, context));
        routes.Change("clickBrowserElement", "browser.click", call => Click(call, context));
        routes.Change("typeBrowserText", "browser.type", call => Enter(call, context, "text", isAdded: true));
        routes.Change("fillBrowserField", "browser.fill", call => Enter(call, context, "value", isAdded: false));
        routes.Change("scrollBrowser", "browser.scroll", call => Scroll(call, context));
        routes.ChangeAsync("waitForBrowserCondition", "browser.wait", call => WaitAsync(call, context));
        routes.Change("takeBrowserScreenshot", "browser.screenshot", call => Screenshot(call, context));
        routes.Read("extractBrowserElements", call => Extract(call, context));
    }

    private static BrowserSession Browser(AccountCall call, ServiceContext context)
    {
        BrowserSession browser = call.About("browser_session", call.FromBody(call.Account.Browsers, "session_id"));
        browser.Touch(context.Now);
        return browser;
    }

    private static PageElement Element(AccountCall call, BrowserSession browser) =>
        browser.Page.Find(call.Body.Text("selector")!)
        ?? throw SnapshotFault.NotFound("The page has no such element.");

    private static Reply Done(BrowserSession browser) => Reply.Json(200, new JsonObject
    {
        ["status"] = "success",
        ["session_id"] = browser.Id,
        ["url"] = browser.Page.Url.AbsoluteUri,
        ["title"] = browser.Page.Title,
        ["scroll_x"] = browser.ScrollX,
        ["scroll_y"] = browser.ScrollY,
    });

    private static Reply Content(AccountCall call, ServiceContext context)
    {
        BrowserSession browser = Browser(call, context);
        BrowserPage page = browser.Page;
        long anchors = Math.Clamp(call.Body.Whole("max_anchors") ?? DefaultAnchors, 0, int.MaxValue);
        return Reply.Json(200, new JsonObject
        {
            ["readable_content"] = new JsonObject { ["title"] = page.Title, ["content"] = page.Text },
            ["interactive_elements"] = call.Body.Truth("include_interactive") == false
                ? null
                : Views(page.Elements.Where(static element => element.IsInteractive)),
            ["content_anchors"] = call.Body.Truth("include_anchors") == false
                ? null
                : Views(page.Elements.Where(static element => element.Tag == "a").Take((int)anchors)),
            ["execution_time"] = 0.001,
            ["session_id"] = browser.Id,
            ["url"] = page.Url.AbsoluteUri,
            ["usage_info"] = null,
        });
    }

    private static JsonArray Views(IEnumerable<PageElement> elements) => new([.. elements.Select(static element => (JsonNode?)element.View())]);

    private static async Task<Reply> NavigateAsync(AccountCall call, ServiceContext context)
    {
        if (!Uri.TryCreate(call.Body.Text("url"), UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            throw SnapshotFault.Wrong("url_parsing", "Input should be a valid URL of http or https", "/url");
        }

        lock (call.Account.Gate)
        {
            call.Account.Settle();
            BrowserSession browser = Browser(call, context);
            if (!url.Host.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase))
            {
                browser.Open(url);
                return Done(browser);
            }
        }

        throw await TimedOutAsync(call, context, "wait_timeout", "The page did not load in time.");
    }

    private static Reply Click(AccountCall call, ServiceContext context)
    {
        BrowserSession browser = Browser(call, context);
        if (browser.Page.Target(Element(call, browser)) is { } target)
        {
            browser.Open(target);
        }

        return Done(browser);
    }

    private static Reply Enter(AccountCall call, ServiceContext context, string member, bool isAdded)
    {
        BrowserSession browser = Browser(call, context);
        PageElement field = Element(call, browser);
        if (!field.IsField)
        {
            throw SnapshotFault.Invalid("The element takes no text.", "/selector");
        }

        string text = (isAdded ? field.Attributes["value"] : "") + call.Body.Text(member);
        field.Attributes["value"] = text.Length <= LongestField
            ? text
            : throw SnapshotFault.Invalid($"The field takes {LongestField} characters at most.", "/" + member);
        return Done(browser);
    }

    private static Reply Scroll(AccountCall call, ServiceContext context)
    {
        if (call.Body["selector"] is null && call.Body["x"] is null && call.Body["y"] is null)
        {
            throw SnapshotFault.Invalid("One of selector, x and y is needed.");
        }

        BrowserSession browser = Browser(call, context);
        if (call.Body.Text("selector") is { } selector && browser.Page.Find(selector) is null)
        {
            throw SnapshotFault.Invalid("The page has no such element.", "/selector");
        }

        browser.ScrollX = call.Body["x"]?.GetValue<double>() ?? browser.ScrollX;
        browser.ScrollY = call.Body["y"]?.GetValue<double>() ?? browser.ScrollY;
        return Done(browser);
    }

    /// <summary>A page does not change by itself, so what does not hold now never will.</summary>
    private static async Task<Reply> WaitAsync(AccountCall call, ServiceContext context)
    {
        lock (call.Account.Gate)
        {
            call.Account.Settle();
            BrowserSession browser = Browser(call, context);
            bool isThere = call.Body.Text("selector") is not { } selector || browser.Page.Find(selector) is not null;
            bool isWantedGone = call.Body.Text("condition") is "hidden" or "detached";
            if (call.Body.Text("selector") is null || isThere != isWantedGone)
            {
                return Done(browser);
            }
        }

        throw await TimedOutAsync(call, context, "timeout", "The condition did not hold in time.");
    }

    private static async Task<ServiceFault> TimedOutAsync(AccountCall call, ServiceContext context, string member, string message)
    {
        long milliseconds = Math.Clamp(call.Body.Whole(member) ?? DefaultTimeout, 0, LongestTimeout);
        await context.Clock.UntilAsync(context.Now + TimeSpan.FromMilliseconds(milliseconds), call.Call.Ended);
        return new ServiceFault(408, "timeout", message);
    }

    private static Reply Screenshot(AccountCall call, ServiceContext context)
    {
        if ((call.Body.Text("format") ?? "png") != "png")
        {
            throw SnapshotFault.Invalid("format must be png", "/format");
        }

        BrowserSession browser = Browser(call, context);
        return Reply.Json(200, new JsonObject
        {
            ["screenshot"] = Convert.ToBase64String(PngImage.White(browser.Width, browser.Height)),
            ["format"] = "png",
            ["session_id"] = browser.Id,
        });
    }

    private static Reply Extract(AccountCall call, ServiceContext context)
    {
        BrowserSession browser = Browser(call, context);
        string selector = call.Body.Text("selector") ?? "*";
        string[]? attributes = call.Body["attributes"] is JsonArray names
            ? [.. names.Select(static name => name!.GetValue<string>())]
            : null;
        IEnumerable<JsonNode?> elements = browser.Page.Elements
            .Where(element => element.Matches(selector))
            .Select(element => element.View(attributes));
        return Reply.Json(200, new JsonObject { ["elements"] = new JsonArray([.. elements]), ["session_id"] = browser.Id });
    }
}
