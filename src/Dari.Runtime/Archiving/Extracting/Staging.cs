using System.Buffers;

namespace Dari.Archiving.Extracting;

/// <summary>
/// A new folder that an archive is extracted to first. Links are made after all files, so that nothing is ever written
/// through one.
/// </summary>
internal sealed class Staging(
    string folder, LinkPolicy policy, ExtractLimits limits, IProgress<ArchiveProgress>? progress)
{
    private readonly List<(string Name, string Target)> _links = [];

    internal int Files { get; private set; }

    internal void AddFolder(string name)
    {
        limits.AddEntry(name);
        Attempt(name, () => Directory.CreateDirectory(PathOf(name)));
    }

    internal async ValueTask AddFileAsync(
        string name, Stream? content, bool isExecutable, CancellationToken cancellationToken)
    {
        Start(name);
        FileStream file = Attempt(name, () => new FileStream(PathOf(name), FileMode.CreateNew, FileAccess.Write));
        byte[] buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            await using (file.ConfigureAwait(false))
            {
                int count;
                while (content is not null
                    && (count = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    limits.AddContent(count, name);
                    await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                }

                if (isExecutable && !OperatingSystem.IsWindows())
                {
                    // Read, write and execute for the owner, without writing for others; never more than that.
                    File.SetUnixFileMode(file.SafeFileHandle, (UnixFileMode)0x1ED);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        Done(name);
    }

    internal void AddLink(string name, string target)
    {
        Start(name);
        if (policy == LinkPolicy.Refuse)
        {
            throw new ArchiveException($"The archive's entry \"{name}\" is a symbolic link.", name);
        }

        if (!LinkTargets.StaysInside(name, target))
        {
            throw new ArchiveException($"The archive's link \"{name}\" may lead out of the folder.", name);
        }

        _links.Add((name, target));
        Done(name);
    }

    internal void AddCopy(string name, string source)
    {
        Start(name);
        string path = PathOf(source);
        if (!File.Exists(path))
        {
            throw new ArchiveException($"The archive's entry \"{name}\" refers to no file before it.", name);
        }

        limits.AddContent(new FileInfo(path).Length, name);
        Attempt(name, () => File.Copy(path, PathOf(name)));
        Done(name);
    }

    internal void MakeLinks()
    {
        foreach ((string name, string target) in _links)
        {
            if (File.Exists(PathOf(name)) || Directory.Exists(PathOf(name)))
            {
                throw new ArchiveException($"The archive holds \"{name}\" twice.", name);
            }

            Attempt(name, () => File.CreateSymbolicLink(PathOf(name), target));
        }
    }

    private void Start(string name)
    {
        limits.AddEntry(name);
        if (name.Length == 0)
        {
            throw new ArchiveException("The archive has an entry without a name.", name);
        }

        Attempt(name, () => Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!));
    }

    private void Done(string name)
    {
        Files++;
        progress?.Report(new ArchiveProgress(Files, limits.ContentBytes, name));
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private static void Attempt(string name, Action action) => Attempt(name, () =>
    {
        action();
        return true;
    });

    // A file whose folder is a file, or a second one of the same name.
    private static T Attempt<T>(string name, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ArchiveException(
                $"The archive's entry \"{name}\" cannot be written: {error.Message}", name, error);
        }
    }
}
