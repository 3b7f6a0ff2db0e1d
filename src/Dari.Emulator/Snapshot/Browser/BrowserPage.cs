namespace Dari.Emulator.Snapshot.Browser;

/// <summary>The page that the emulator shows for an address: a heading, a paragraph, a form and two links.</summary>
/// <remarks>Nothing is fetched; a page only repeats its address.</remarks>
internal sealed class BrowserPage
{
    private BrowserPage(Uri url, IReadOnlyList<PageElement> elements)
    {
        Url = url;
        Elements = elements;
    }

    public static BrowserPage Blank { get; } = new(new Uri("about:blank"), []);

    public Uri Url { get; }

    public IReadOnlyList<PageElement> Elements { get; }

    public string Title => Url.Scheme == "about" ? "" : Url.Host;

    public string Text =>
        string.Join('\n', Elements.Where(static element => element.Tag is "h1" or "p").Select(static element => element.Text));

    public static BrowserPage At(Uri url) => new(url,
    [
        new("h1", url.Host) { Attributes = { ["id"] = "title" } },
        new("p", $"This page stands for {url.AbsoluteUri}.") { Attributes = { ["class"] = "content" } },
        new("input", "") { Attributes = { ["id"] = "query", ["name"] = "q", ["type"] = "text", ["value"] = "" } },
        new("button", "Search") { Attributes = { ["id"] = "submit", ["type"] = "submit" } },
        new("a", "Home") { Attributes = { ["id"] = "home", ["href"] = new Uri(url, "/").AbsoluteUri } },
        new("a", "More") { Attributes = { ["id"] = "more", ["href"] = new Uri(url, "/more").AbsoluteUri } },
    ]);

    public PageElement? Find(string selector) => Elements.FirstOrDefault(element => element.Matches(selector));

    /// <summary>The address that clicking an element leads to; null to stay.</summary>
    public Uri? Target(PageElement clicked)
    {
        if (clicked.Tag == "a")
        {
            return new Uri(clicked.Attributes["href"]);
        }

        return clicked.Tag == "button"
            ? new Uri(Url, "/search?" + string.Join('&', Elements.Where(static element => element.IsField)
                .Select(static field => $"{field.Attributes["name"]}={Uri.EscapeDataString(field.Attributes["value"])}")))
            : null;
    }
}
