using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Deployments;
using Dari.Emulator.Sandbox.Keys;
using Dari.Emulator.Sandbox.Machines;
using Dari.Emulator.Sandbox.Previews;
using Dari.Emulator.Sandbox.Templates;
using Dari.Emulator.Sandbox.Volumes;
using Dari.Emulator.Sandbox.WarmPools;

namespace Dari.Emulator.Sandbox;

/// <summary>Everything that one organization has; what another one has is unknown here.</summary>
internal sealed class SandboxAccount
{
    public SandboxAccount(string organization, SandboxSettings settings, KeyRing keys)
    {
        var folder = Path.Combine(settings.Folder, organization);
        Organization = organization;
        Templates = new TemplateStore(settings);
        Pools = new WarmPoolStore(settings, Templates);
        Volumes = new VolumeStore(folder, settings);
        Attachments = new AttachmentStore(Volumes, settings.Clock);
        Machines = new MachineStore(folder, settings, Attachments, Templates, Pools);
        Previews = new PreviewDesk(settings, organization);
        Deployments = new DeploymentStore(folder, settings, Machines, Previews);
        Keys = new KeyStore(settings, keys, organization);
    }

    public string Organization { get; }

    public IdempotencyLedger Idempotency { get; } = new();

    public TemplateStore Templates { get; }

    public WarmPoolStore Pools { get; }

    public VolumeStore Volumes { get; }

    public AttachmentStore Attachments { get; }

    public MachineStore Machines { get; }

    public PreviewDesk Previews { get; }

    public DeploymentStore Deployments { get; }

    public KeyStore Keys { get; }

    /// <summary>Sizes of the terminals that were told theirs, by sandbox and session.</summary>
    public ConcurrentDictionary<(string Sandbox, string Session), (int Columns, int Rows)> Terminals { get; } = new();
}
