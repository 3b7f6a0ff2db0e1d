using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.WarmPools;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Warm pools.</summary>
internal static class WarmPoolRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        routes.Map("createWarmPool", (call, account) =>
            View(account.Pools.Create(SandboxJson.Read<PoolRequest>(call)), static _ => { }));
        routes.Map("listWarmPools", (_, account) => Reply.Json(
            200, new System.Text.Json.Nodes.JsonArray([.. account.Pools.All.Select(pool => pool.View())])));
        routes.Map("getWarmPool", (call, account) => View(Pool(call, account), static _ => { }));
        routes.Map("updateWarmPool", (call, account) =>
        {
            var change = SandboxJson.Read<PoolRequest>(call);
            if ((change.TemplateRef ?? change.Template) is { } template)
            {
                account.Templates.Check(template, change.Resources?.DiskMb);
            }

            return View(Pool(call, account), pool => pool.Change(change));
        });
        routes.Map("deleteWarmPool", (call, account) =>
        {
            account.Pools.Remove(call.Path("warm_pool_id"));
            return Reply.Empty();
        });
        routes.Map("getWarmPoolStatus", (call, account) =>
        {
            var pool = Pool(call, account);
            lock (pool.Gate)
            {
                return SandboxJson.Reply(pool.Counts());
            }
        });
        routes.Map("enableWarmPool", (call, account) => View(Pool(call, account), static pool => pool.Turn("enabled")));
        routes.Map("disableWarmPool", (call, account) => View(Pool(call, account), static pool => pool.Turn("disabled")));
        routes.Map("drainWarmPool", (call, account) => View(Pool(call, account), static pool => pool.Turn("draining")));
        routes.Map("reconcileWarmPool", (call, account) => View(Pool(call, account), static pool => pool.Reconcile()));
    }

    private static WarmPool Pool(Call call, SandboxAccount account) => account.Pools.Find(call.Path("warm_pool_id"));

    private static Reply View(WarmPool pool, Action<WarmPool> change)
    {
        lock (pool.Gate)
        {
            change(pool);
            return Reply.Json(200, pool.View());
        }
    }
}
