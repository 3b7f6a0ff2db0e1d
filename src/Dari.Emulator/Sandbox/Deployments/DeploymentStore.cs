using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Machines;
using Dari.Emulator.Sandbox.Previews;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>The agent deployments of one organization.</summary>
internal sealed class DeploymentStore(string folder, SandboxSettings settings, MachineStore machines, PreviewDesk previews)
{
    private readonly ConcurrentQueue<Deployment> _deployments = new();

    /// <summary>All of them, oldest first, deleted ones too.</summary>
    public IReadOnlyList<Deployment> All => [.. _deployments];

    /// <summary>Makes one.</summary>
    public Deployment Create(DeploymentRequest request)
    {
        var deployment = new Deployment(request, settings.Clock.GetUtcNow());
        _deployments.Enqueue(deployment);
        return deployment;
    }

    /// <summary>A deployment, deleted or not.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public Deployment Find(string id) =>
        _deployments.FirstOrDefault(deployment => deployment.Id == id)
        ?? throw SandboxFault.NotFound("There is no such deployment.");

    /// <summary>A deployment that is not deleted.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public Deployment Living(string id) =>
        Find(id) is { IsDeleted: false } deployment ? deployment : throw SandboxFault.NotFound("The deployment is deleted.");

    /// <summary>Deletes a deployment that serves nothing any more.</summary>
    /// <exception cref="ServiceFault">409: it has a service that is not stopped.</exception>
    public void Delete(string id)
    {
        var deployment = Living(id);
        if (deployment.Services.Any(service => service.Status is "starting" or "ready" or "stopping"))
        {
            throw SandboxFault.Conflict("The deployment has a service that is not stopped.");
        }

        deployment.Delete(settings.Clock.GetUtcNow());
    }

    /// <summary>Adds a version.</summary>
    public AgentVersion AddVersion(string id, VersionRequest request) =>
        Living(id).AddVersion(request, Path.Combine(folder, "bundles"), settings.Clock.GetUtcNow());

    /// <summary>Takes the bundle of a version and makes it the active one.</summary>
    public AgentVersion TakeBundle(string id, string versionId, string archive, string digest)
    {
        var deployment = Living(id);
        var version = deployment.Version(versionId);
        var isNew = version.Files is null;
        version.TakeBundle(archive, digest, settings.Clock.GetUtcNow());
        if (isNew)
        {
            deployment.Activate(version, settings.Clock.GetUtcNow());
        }

        return version;
    }

    /// <summary>Starts a run.</summary>
    /// <exception cref="ServiceFault">404, or 409: it is a service, or has no version with a bundle.</exception>
    public AgentRun StartRun(string id, RunRequest request, string idempotencyKey)
    {
        var deployment = InMode(id, "job");
        var version = deployment.Runnable(request.VersionId);
        var sandbox = new AgentSandbox(machines, version, request.Envs, settings);
        return deployment.Add(new AgentRun(deployment, version, request, idempotencyKey, sandbox, settings));
    }

    /// <summary>Starts a service.</summary>
    /// <exception cref="ServiceFault">404, or 409: it is a job, or has no version with a bundle.</exception>
    public AgentService StartService(string id, ServiceRequest request, string idempotencyKey)
    {
        var deployment = InMode(id, "service");
        var version = deployment.Runnable(request.VersionId);
        var sandbox = new AgentSandbox(machines, version, request.Envs, settings);
        return deployment.Add(new AgentService(deployment, version, request, idempotencyKey, sandbox, previews, settings));
    }

    /// <summary>Folder of the host for a bundle that comes in.</summary>
    public string NewBundleFile()
    {
        var incoming = Path.Combine(folder, "incoming");
        Directory.CreateDirectory(incoming);
        return Path.Combine(incoming, Ids.New("bundle_"));
    }

    private Deployment InMode(string id, string mode)
    {
        var deployment = Living(id);
        return deployment.Mode == mode
            ? deployment
            : throw SandboxFault.Conflict($"The deployment is a {deployment.Mode}, not a {mode}.", reason: "wrong_mode");
    }
}
