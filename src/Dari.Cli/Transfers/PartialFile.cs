using System.Security.Cryptography;
using System.Text;

namespace Dari.Cli.Transfers;

/// <summary>
/// A download that is not whole yet, in the folder of its target. Its name says what it is a part of, so that a part of
/// something else, or of an older state of it, is never continued.
/// </summary>
internal sealed class PartialFile
{
    private const string Extension = ".dari-part";

    private readonly string _target;

    private PartialFile(string target, string path)
    {
        _target = target;
        FilePath = path;
    }

    public string FilePath { get; }

    public long Length => File.Exists(FilePath) ? new FileInfo(FilePath).Length : 0;

    /// <summary>Finds the part of a target.</summary>
    /// <param name="target">The full path of the target.</param>
    /// <param name="identity">What is downloaded, and in which state.</param>
    public static PartialFile For(string target, string identity)
    {
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..16];
        return new PartialFile(target, Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{digest}{Extension}"));
    }

    /// <summary>Deletes parts of the same target that cannot be continued, and this one too if it is not to be.</summary>
    public void Clear(bool keepThis)
    {
        foreach (string other in Directory.EnumerateFiles(Path.GetDirectoryName(_target)!, $".{Path.GetFileName(_target)}.*{Extension}"))
        {
            if (!keepThis || other != FilePath)
            {
                File.Delete(other);
            }
        }
    }

    public FileStream Open() => new(FilePath, new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = FileAccess.ReadWrite,
        Share = FileShare.Read,
        BufferSize = 0,
        Options = FileOptions.Asynchronous,
    });

    /// <summary>Makes the target of it, in one step.</summary>
    public void Finish(bool overwrite) => File.Move(FilePath, _target, overwrite);
}
