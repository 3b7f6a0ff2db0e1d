using System.Formats.Tar;

namespace Dari.Archiving.Packing;

/// <summary>Tells pipes, sockets and devices from empty files, without opening them: a pipe would block.</summary>
internal static class SpecialFiles
{
    private const int TypeOffset = 156;

    /// <summary>Whether a file whose length is zero is a regular one.</summary>
    internal static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        // The runtime asks the system for the type only when it writes an entry itself.
        using var header = new MemoryStream();
        try
        {
            using var writer = new TarWriter(header, TarEntryFormat.Ustar, leaveOpen: true);
            writer.WriteEntry(path, "x");
        }
        catch (Exception error) when (error is IOException && error is not FileNotFoundException)
        {
            // What a tar has no type for: a socket.
            return false;
        }

        byte type = header.Length > TypeOffset ? header.GetBuffer()[TypeOffset] : (byte)0;
        return type is (byte)'0' or 0;
    }
}
