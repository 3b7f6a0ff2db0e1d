using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Dari.EndToEnd.Tests.Operations;

/// <summary>The smallest agent that can be published.</summary>
internal static class SourceBundle
{
    public static byte[] Pack(string name)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            Add(tar, "dari.yml", $"name: {name}\nharness: pi\ninstructions:\n  system: prompt.md\nllm:\n  model: openai/gpt-5-mini\n");
            Add(tar, "prompt.md", "Answer in one sentence.");
        }

        return packed.ToArray();
    }

    private static void Add(TarWriter tar, string path, string text) =>
        tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
}
