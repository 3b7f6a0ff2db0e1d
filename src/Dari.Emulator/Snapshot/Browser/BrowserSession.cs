using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Browser;

/// <summary>A browser and the page that it shows.</summary>
internal sealed class BrowserSession(int width, int height, string? userAgent, DateTimeOffset openedAt) : IShelved
{
    private readonly DateTimeOffset _openedAt = openedAt;

    public string Id { get; } = Guid.NewGuid().ToString();

    public int Width => width;

    public int Height => height;

    public BrowserPage Page { get; set; } = BrowserPage.Blank;

    public double ScrollX { get; set; }

    public double ScrollY { get; set; }

    public DateTimeOffset LastActivity { get; private set; } = openedAt;

    public DateTimeOffset ExpiresAt => LastActivity + ServiceTimes.BrowserIdle;

    public void Touch(DateTimeOffset now) => LastActivity = now;

    public void Open(Uri url)
    {
        Page = BrowserPage.At(url);
        (ScrollX, ScrollY) = (0, 0);
    }

    public JsonObject View() => new()
    {
        ["session_id"] = Id,
        ["status"] = "active",
        ["viewport_width"] = width,
        ["viewport_height"] = height,
        ["user_agent"] = userAgent,
        ["created_at"] = Times.Text(_openedAt),
        ["last_activity"] = Times.Text(LastActivity),
        ["expires_at"] = Times.Text(ExpiresAt),
    };
}
