using System.Formats.Tar;
using System.Text;

namespace Dari.Emulator.Tests.Sandbox;

/// <summary>Tar archives, good and evil.</summary>
internal static class TarBytes
{
    public static byte[] Of(params (string Name, string Content)[] files) =>
        Of([.. files.Select(file => File(file.Name, file.Content))]);

    public static byte[] Of(params TarEntry[] entries)
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                tar.WriteEntry(entry);
            }
        }

        return bytes.ToArray();
    }

    public static TarEntry File(string name, string content) =>
        new PaxTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)),
            Mode = (UnixFileMode)0x1ED,
        };

    public static TarEntry Link(string name, string target, TarEntryType type = TarEntryType.SymbolicLink) =>
        new PaxTarEntry(type, name) { LinkName = target };

    public static TarEntry Pipe(string name) => new PaxTarEntry(TarEntryType.Fifo, name);
}
