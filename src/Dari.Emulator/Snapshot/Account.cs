using Dari.Emulator.Snapshot.Audit;
using Dari.Emulator.Snapshot.Browser;
using Dari.Emulator.Snapshot.Builds;
using Dari.Emulator.Snapshot.Execution;
using Dari.Emulator.Snapshot.Keys;
using Dari.Emulator.Snapshot.Machines;
using Dari.Emulator.Snapshot.Sharing;
using Dari.Emulator.Snapshot.Vaults;
using Dari.Emulator.Snapshot.Volumes;
using Dari.Emulator.Snapshot.Webhooks;

namespace Dari.Emulator.Snapshot;

/// <summary>What one account has. Whoever reads or changes it holds <see cref="Gate"/>.</summary>
internal sealed class Account(string organization, int userId, SnapshotWorld world)
{
    public Lock Gate { get; } = new();

    public string Organization => organization;

    public int UserId => userId;

    public Shelf<SnapshotImage> Snapshots { get; } = new("snapshot");

    public Shelf<Vm> Vms { get; } = new("virtual machine");

    public Shelf<Session> Sessions { get; } = new("session");

    public Shelf<BackgroundCommand> Executions { get; } = new("execution");

    public Shelf<BrowserSession> Browsers { get; } = new("browser session");

    public Shelf<Share> Shares { get; } = new("share");

    public Shelf<CustomDomain> Domains { get; } = new("custom domain");

    public Shelf<Volume> Volumes { get; } = new("volume");

    public Shelf<SshKey> SshKeys { get; } = new("SSH key");

    public Shelf<ApiKey> ApiKeys { get; } = new("API key");

    public Shelf<WebhookEndpoint> WebhookEndpoints { get; } = new("webhook endpoint");

    public Shelf<WebhookDelivery> WebhookDeliveries { get; } = new("webhook delivery");

    public Shelf<Vault> Vaults { get; } = new("vault");

    public AuditLog Audit { get; } = new();

    private DateTimeOffset Now => world.Context.Now;

    /// <summary>Does what has become due: builds end, lifetimes end.</summary>
    public void Settle()
    {
        foreach (Vm vm in Vms.All.Where(vm => vm.IsDue(Now)).ToArray())
        {
            world.Machines.End(this, vm, vm.ExpiresAt);
            Record(new AuditEvent("vm.expired", Now) { VmId = vm.Id, SessionId = vm.Session.Id, ResourceType = "vm", ResourceId = vm.Id });
        }

        foreach (SnapshotImage snapshot in Snapshots.All.Where(snapshot => snapshot.Settle(Now)).ToArray())
        {
            Record(new AuditEvent("snapshot." + snapshot.Status, Now)
            {
                Status = snapshot.Error is null ? AuditEvent.Success : AuditEvent.Failure,
                VmId = snapshot.SourceVmId,
                ResourceType = "snapshot",
                ResourceId = snapshot.Id,
            });
        }

        foreach (BrowserSession browser in Browsers.All.Where(browser => browser.ExpiresAt <= Now).ToArray())
        {
            Browsers.Remove(browser);
        }
    }

    /// <summary>Puts an event on record and offers it to the webhooks.</summary>
    public void Record(AuditEvent happened)
    {
        happened = Audit.Add(happened with { UserId = userId, ActorId = happened.HttpMethod is null ? null : organization });
        world.Webhooks.Push(this, happened);
    }
}
