using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;
using Dari.Emulator.Sandbox.Uploads;

namespace Dari.Emulator.Sandbox.Deployments;

/// <summary>A version of an agent; it can run once its bundle is there.</summary>
internal sealed class AgentVersion(
    string deploymentId, int number, VersionRequest request, string folder, DateTimeOffset createdAt)
{
    private readonly Lock _gate = new();
    private JsonObject? _manifest = request.BundleManifest;
    private DateTimeOffset? _changedAt;
    private string _status = "created";
    private string? _bundleDigest;

    public string Id { get; } = Ids.New("adpv_", 8);

    public AgentConfig Config { get; } = AgentConfig.Of(request.Config);

    /// <summary>The unpacked bundle, or null before it came.</summary>
    public FileTree? Files { get; private set; }

    /// <summary>Takes the bundle.</summary>
    /// <param name="archive">The tar on the host.</param>
    /// <param name="digest">Its digest, as <c>sha256:</c> and hex.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="ServiceFault">409: it has another bundle. 422: not what its manifest says, or unsafe.</exception>
    public void TakeBundle(string archive, string digest, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (Files is not null)
            {
                if (_bundleDigest != digest)
                {
                    throw SandboxFault.Conflict("The version has another bundle already.");
                }

                return;
            }

            if (request.BundleManifest?["bundle_digest"]?.GetValue<string>() is { } announced && Full(announced) != digest)
            {
                throw SandboxFault.Fields("The bundle does not have the digest of its manifest.", "checksum_mismatch");
            }

            Files = Unpack(archive);
            _bundleDigest = digest;
            _manifest = BundleManifest.Of(Files, digest, request.BundleManifest, now);
            (_status, _changedAt) = ("ready", now);
        }
    }

    /// <summary>Marks it as replaced by a newer one; it can still be run by its id.</summary>
    public void Supersede(DateTimeOffset now) => (_status, _changedAt) = ("superseded", now);

    /// <summary>A digest with its algorithm before it.</summary>
    public static string Full(string digest) => digest.Contains(':') ? digest : "sha256:" + digest;

    /// <summary>The version as the service answers it.</summary>
    public JsonNode View()
    {
        var view = new JsonObject
        {
            ["id"] = Id,
            ["deployment_id"] = deploymentId,
            ["version_number"] = number,
            ["status"] = _status,
            ["cache_policy"] = request.CachePolicy ?? "auto",
            ["created_at"] = Times.Text(createdAt),
            ["updated_at"] = Times.Text(_changedAt ?? createdAt),
        };
        if (_manifest is not null)
        {
            view["bundle_manifest"] = _manifest.DeepClone();
        }

        if (request.Config is not null)
        {
            view["config"] = request.Config.DeepClone();
        }

        return view;
    }

    private FileTree Unpack(string archive)
    {
        var target = FileTree.At(Path.Combine(folder, Id));
        try
        {
            TarExtraction.Extract(archive, target, EntryAttributes.DefaultOwner);
            return target;
        }
        catch (UnsafeArchiveException unsafeArchive)
        {
            FolderCopy.Remove(target.Folder);
            throw SandboxFault.Fields(unsafeArchive.Message, "unsafe_archive");
        }
    }
}
