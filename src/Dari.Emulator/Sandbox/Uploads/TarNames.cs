using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>The names in a tar, made into paths below its folder.</summary>
internal static class TarNames
{
    /// <summary>The path of an entry, with the folder of the archive as root.</summary>
    /// <exception cref="UnsafeArchiveException">The name is absolute, has <c>..</c> in it, or no file can have it.</exception>
    public static string Entry(string name)
    {
        var parts = name.Split('/');
        if (name.StartsWith('/') || name.Contains('\\') || parts.Contains(".."))
        {
            throw new UnsafeArchiveException("The archive has a name that leaves its folder.");
        }

        return name.Length == 0 ? VirtualPath.Root : Resolve(VirtualPath.Root, name);
    }

    /// <summary>The target of a link, as it stands in the archive.</summary>
    /// <exception cref="UnsafeArchiveException">It is absolute or points out of the folder.</exception>
    public static string LinkTarget(string link, string target)
    {
        if (target.Length == 0 || target.StartsWith('/') || target.Contains('\\'))
        {
            throw new UnsafeArchiveException("The archive has a link that leaves its folder.");
        }

        Resolve(VirtualPath.Parent(link), target);
        return target;
    }

    private static string Resolve(string folder, string name)
    {
        try
        {
            return VirtualPath.Resolve(folder, name);
        }
        catch (ServiceFault)
        {
            throw new UnsafeArchiveException("The archive has a name that leaves its folder.");
        }
    }
}
