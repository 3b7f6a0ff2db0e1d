using System.Collections.Concurrent;
using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Volumes;

/// <summary>The volumes of one organization.</summary>
internal sealed class VolumeStore(string folder, SandboxSettings settings)
{
    private readonly ConcurrentDictionary<string, Volume> _volumes = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>All of them in the order of their creation.</summary>
    public IEnumerable<Volume> All => _volumes.Values
        .OrderBy(volume => volume.CreatedAt)
        .ThenBy(volume => volume.Id, StringComparer.Ordinal);

    /// <summary>Makes one.</summary>
    /// <exception cref="ServiceFault">409: the name is taken. 422: no name. 429: too many.</exception>
    public Volume Create(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 160 || name.Contains('/'))
        {
            throw SandboxFault.Fields("A volume has a name of 1 to 160 characters without a slash.");
        }

        lock (_gate)
        {
            if (_volumes.Values.Any(volume => volume.Name == name))
            {
                throw SandboxFault.Conflict("A volume has that name already.");
            }

            if (_volumes.Count >= settings.Sandbox.MaxVolumes)
            {
                throw SandboxFault.Exhausted("There can be no more volumes.", "volume_limit_exceeded");
            }

            var id = Ids.New("vol_", 8);
            return _volumes[id] = new Volume(id, name, Path.Combine(folder, "volumes", id), settings);
        }
    }

    /// <summary>A volume by its id or its exact name.</summary>
    /// <exception cref="ServiceFault">404.</exception>
    public Volume Find(string idOrName) =>
        _volumes.GetValueOrDefault(idOrName)
        ?? _volumes.Values.FirstOrDefault(volume => volume.Name == idOrName)
        ?? throw SandboxFault.NotFound("There is no such volume.");

    /// <summary>Removes a volume with its bytes.</summary>
    public void Remove(Volume volume)
    {
        if (_volumes.TryRemove(volume.Id, out _))
        {
            FolderCopy.Remove(volume.Folder);
        }
    }
}
