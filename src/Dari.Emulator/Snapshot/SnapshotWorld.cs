using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Machines;
using Dari.Emulator.Snapshot.Webhooks;

namespace Dari.Emulator.Snapshot;

/// <summary>Everything the service knows, by account.</summary>
internal sealed class SnapshotWorld : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Account>> _accounts = new(StringComparer.Ordinal);
    private int _users;

    public SnapshotWorld(ServiceContext context)
    {
        Context = context;
        Webhooks = new WebhookSender(context);
        Machines = new MachineDesk(this);
    }

    public ServiceContext Context { get; }

    public WebhookSender Webhooks { get; }

    public MachineDesk Machines { get; }

    public Account Account(string organization) =>
        _accounts.GetOrAdd(organization, name => new(() => new Account(name, Interlocked.Increment(ref _users), this))).Value;

    /// <summary>Whether a session belongs to another account. The caller holds no gate.</summary>
    public bool IsForeignSession(string id, Account account)
    {
        foreach (Account other in _accounts.Values.Select(static lazy => lazy.Value).Where(other => other != account))
        {
            lock (other.Gate)
            {
                if (other.Sessions.TryFind(id) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Has an account look at its clock when a time has come, so that its events do not wait for a call.</summary>
    public void SettleAt(Account account, DateTimeOffset time) => Context.Run(async stopping =>
    {
        await Context.Clock.UntilAsync(time, stopping);
        lock (account.Gate)
        {
            account.Settle();
        }
    });

    public void Dispose() => Webhooks.Dispose();
}
