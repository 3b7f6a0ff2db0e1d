using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Dari.Emulator.Tests.Dari;

/// <summary>Source archives and bodies for tests.</summary>
internal static class Bundles
{
    public const string Manifest = """
        name: support-agent
        harness: pi
        instructions:
          system: prompts/system.md
        llm:
          default: fast
          options:
            fast: { model: openai/gpt-5-mini }
            deep: { model: anthropic/claude-opus, api_key_secret: ANTHROPIC_KEY }
        sandbox:
          secrets: [GITHUB_TOKEN]
        custom_tools:
          - { name: find_order, path: tools/find_order, kind: external }
          - { name: add, path: tools/add, kind: main }
        """;

    public static readonly (string Path, string Text)[] Sources =
    [
        ("prompts/system.md", "Be kind."),
        ("tools/find_order/tool.yml", "name: find_order\ndescription: finds\ninput_schema: in.json\noutput_schema: out.json\n"),
        ("tools/find_order/in.json", """{"type":"object"}"""),
        ("tools/find_order/out.json", """{"type":"object","required":["shipped"],"properties":{"shipped":{"type":"boolean"}}}"""),
        ("tools/add/tool.yml", "name: add\ndescription: adds\ninput_schema: in.json\nruntime: python\nhandler: tool.py:add\n"),
    ];

    public static byte[] Pack(string manifest = Manifest) => Pack([("dari.yml", manifest), .. Sources]);

    public static byte[] Pack(IEnumerable<(string Path, string Text)> files) => Tar(writer =>
    {
        foreach ((string path, string text) in files)
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        }
    });

    public static byte[] Tar(Action<TarWriter> write)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var writer = new TarWriter(gzip))
        {
            write(writer);
        }

        return packed.ToArray();
    }

    public static object Reservation(byte[] archive) =>
        new { format = "tar.gz", sha256 = Convert.ToHexStringLower(SHA256.HashData(archive)), size_bytes = archive.Length };

    public static object Say(string text) => new { type = "user.message", content = new object[] { new { type = "text", text } } };
}
