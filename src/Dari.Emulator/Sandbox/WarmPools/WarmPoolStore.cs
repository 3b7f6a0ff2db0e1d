using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Machines;
using Dari.Emulator.Sandbox.Templates;

namespace Dari.Emulator.Sandbox.WarmPools;

/// <summary>The warm pools of one organization.</summary>
internal sealed class WarmPoolStore(SandboxSettings settings, TemplateStore templates)
{
    private readonly ConcurrentDictionary<string, WarmPool> _pools = new(StringComparer.Ordinal);

    /// <summary>All of them in the order of their creation.</summary>
    public IEnumerable<WarmPool> All => _pools.Values
        .OrderBy(pool => pool.CreatedAt)
        .ThenBy(pool => pool.Id, StringComparer.Ordinal);

    /// <summary>Makes one.</summary>
    /// <exception cref="ServiceFault">404: no such template. 422: members that do not go together.</exception>
    public WarmPool Create(PoolRequest request)
    {
        templates.Check(request.TemplateRef ?? request.Template ?? "base", request.Resources?.DiskMb);
        var pool = new WarmPool(request, settings.Clock, settings.Sandbox.WarmUpTime);
        return _pools[pool.Id] = pool;
    }

    /// <summary>A pool.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public WarmPool Find(string id) =>
        _pools.GetValueOrDefault(id) ?? throw SandboxFault.NotFound("There is no such warm pool.");

    /// <summary>Removes a pool; sandboxes made from it stay.</summary>
    public void Remove(string id)
    {
        _ = Find(id);
        _pools.TryRemove(id, out _);
    }

    /// <summary>Takes a machine for a new sandbox if that is wanted and there is one.</summary>
    /// <returns>What became of it, or null when no pool was looked at.</returns>
    /// <exception cref="ServiceFault">404, 422, or 503 <c>warm_pool_unavailable</c> when a machine was required.</exception>
    public PoolCheckout? CheckOut(CreateMachineRequest.PoolChoice? choice)
    {
        if (choice is null || (choice.Id is null && choice.Mode is null or "bypass"))
        {
            return null;
        }

        var pool = Find(choice.Id ?? throw SandboxFault.Fields("Without its id no warm pool can be used."));
        lock (pool.Gate)
        {
            var mode = choice.Mode ?? pool.CheckoutPolicy;
            if (mode == "bypass")
            {
                return null;
            }

            var isHit = pool.TryClaim();
            return isHit || mode != "require"
                ? new PoolCheckout(isHit, pool.Id)
                : throw new ServiceFault(503, "warm_pool_unavailable", "The warm pool has no ready machine.")
                {
                    Details = new() { [SandboxFault.Retryable] = true },
                };
        }
    }

    /// <summary>Counts the machine of a sandbox that has ended as gone.</summary>
    public void Return(PoolCheckout? checkout)
    {
        if (checkout is { Hit: true } && _pools.TryGetValue(checkout.Id, out var pool))
        {
            lock (pool.Gate)
            {
                pool.Release();
            }
        }
    }
}
