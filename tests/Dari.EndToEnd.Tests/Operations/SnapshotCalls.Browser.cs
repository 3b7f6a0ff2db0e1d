using Dari.Snapshots;
using Call = Dari.EndToEnd.Tests.Operations.OperationCall<Dari.EndToEnd.Tests.Operations.SnapshotWorld, Dari.Snapshots.SnapshotClient>;

namespace Dari.EndToEnd.Tests.Operations;

internal static partial class SnapshotCalls
{
    private static IEnumerable<Call> Browser() =>
    [
        new("createBrowserSession", _ => Ready(async client => Assert.Equal(
            800, (await client.Browser.CreateSessionAsync(new BrowserSessionCreateRequest { ViewportWidth = 800 })).ViewportWidth))),
        OfBrowser("listBrowserSessions", id => async client =>
            Assert.Contains((await client.Browser.ListSessionsAsync()).Sessions!, session => session.SessionId == id)),
        OfBrowser("getBrowserSession", id => client => client.Browser.GetSessionAsync(id)),
        OfBrowser("closeBrowserSession", id => client => client.Browser.CloseSessionAsync(id)),
        OfPage("extractBrowserContent", id => client => client.Browser.ExtractContentAsync(new BrowserContentRequest { SessionId = id })),
        OfBrowser("navigateBrowser", id => client => client.Browser.NavigateAsync(
            new BrowserNavigateRequest { Url = "https://example.com/", SessionId = id })),
        OfPage("clickBrowserElement", id => client => client.Browser.ClickElementAsync(new BrowserClickRequest { Selector = "a", SessionId = id })),
        OfPage("typeBrowserText", id => client => client.Browser.TypeTextAsync(
            new BrowserTypeRequest { Selector = "input", Text = "fish", SessionId = id })),
        OfPage("fillBrowserField", id => client => client.Browser.FillFieldAsync(
            new BrowserFillRequest { Selector = "input", Value = "fish", SessionId = id })),
        OfPage("scrollBrowser", id => client => client.Browser.ScrollAsync(new BrowserScrollRequest { SessionId = id, Y = 100.5 })),
        OfPage("waitForBrowserCondition", id => client => client.Browser.WaitForBrowserConditionAsync(
            new BrowserWaitRequest { Condition = "load", SessionId = id })),
        OfPage("takeBrowserScreenshot", id => async client =>
        {
            byte[] image = (await client.Browser.TakeScreenshotAsync(new BrowserScreenshotRequest { SessionId = id })).Screenshot!.Value.ToArray();
            Assert.Equal("PNG"u8.ToArray(), image[1..4]);
        }),
        OfPage("extractBrowserElements", id => client => client.Browser.ExtractElementsAsync(
            new BrowserExtractRequest { SessionId = id, Selector = "a", Attributes = ["href"] })),
    ];

    private static IEnumerable<Call> Network() =>
    [
        OfLive("setSessionEgress", session => client => client.Egress.SetSessionEgressAsync(session, new EgressPolicy { AllowHttps = true })),
        OfVm("setVmEgress", id => client => client.Egress.SetVmEgressAsync(id, new EgressPolicy { AllowedDomains = ["example.com"] })),
        OfVm("createShare", id => client => client.Shares.CreateAsync(new ShareCreateRequest { Port = 8080, VmId = id })),
        new("createCustomDomain", world => Ready(client => client.CustomDomains.CreateAsync(Domain(world)))),
        new("deleteCustomDomain", async world =>
        {
            string id = SnapshotWorld.Id(await world.Client.CustomDomains.CreateAsync(Domain(world)));
            return client => client.CustomDomains.DeleteAsync(id);
        }),
    ];

    private static CustomDomainCreateRequest Domain(SnapshotWorld world) => new() { Domain = world.Name + ".example.com" };

    private static Call OfBrowser(string operationId, Func<string, Func<SnapshotClient, Task>> call) =>
        new(operationId, async world => call(await world.Browser()));

    private static Call OfPage(string operationId, Func<string, Func<SnapshotClient, Task>> call) =>
        new(operationId, async world => call(await world.Page()));
}
