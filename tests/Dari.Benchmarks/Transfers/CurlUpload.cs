using System.Globalization;
using System.Text;
using Dari.Benchmarks.Processes;
using Dari.Sandboxes;

namespace Dari.Benchmarks.Transfers;

/// <summary>
/// What a user would do without us: cut the file beforehand, and send the pieces with <c>curl</c>, four at once, over
/// connections that it keeps.
/// </summary>
internal sealed class CurlUpload(Server server, SandboxClient client, string sandbox, string source, string folder)
{
    private readonly List<string> _parts = [];

    /// <summary>The parts alone: nothing is digested, and nothing is completed.</summary>
    public Usage SendParts()
    {
        UploadSession session = Announce();
        Usage usage = ChildProcess.RunOrFail(
            "curl",
            [
                "-sSf", "-Z", "--parallel-max", "4", "-H", "Authorization: Bearer " + server.Key,
                "-H", "Content-Type: application/octet-stream",
                .. _parts.SelectMany((part, number) => new[] { "-T", part, "-o", "/dev/null", $"{Address(session)}/parts/{number}" }),
            ]);
        client.Uploads.AbortAsync(sandbox, session.UploadId).GetAwaiter().GetResult();
        return usage;
    }

    /// <summary>
    /// What our upload does: digests of all and of each part, both read at once, then the parts with theirs, then the
    /// completion.
    /// </summary>
    public Usage SendAll()
    {
        UploadSession session = Announce();
        string script = Path.Combine(folder, "upload.sh");
        File.WriteAllText(script, Script(session));
        return ChildProcess.RunOrFail("sh", [script], folder);
    }

    private string Script(UploadSession session)
    {
        // OpenSSL uses what the processor has for SHA-256; the sha256sum of Debian 12 does not and takes four times as long.
        string digest = ChildProcess.Run("sh", ["-c", "command -v openssl"]).ExitCode == 0 ? "openssl dgst -sha256 -r" : "sha256sum";
        string headers = $"header = \"Authorization: Bearer {server.Key}\"\nheader = \"Content-Type: application/octet-stream\"\n";
        var script = new StringBuilder("set -e\n");
        script.Append(CultureInfo.InvariantCulture, $"{digest} '{source}' > whole &\n");
        script.Append(CultureInfo.InvariantCulture, $"{digest} {string.Join(' ', _parts.Select(Path.GetFileName))} > digests\nwait\n");
        script.Append("number=0\n: > config\nwhile read -r sha256 name; do\n[ $number = 0 ] || echo next >> config\n");
        script.Append("cat >> config <<END\nupload-file = \"${name#\\*}\"\noutput = \"/dev/null\"\n").Append(headers);
        script.Append("header = \"X-Nullspace-Part-Sha256: $sha256\"\n");
        script.Append(CultureInfo.InvariantCulture, $"url = \"{Address(session)}/parts/$number\"\nEND\n");
        script.Append("number=$((number + 1))\ndone < digests\n");
        script.Append("curl -sSf -Z --parallel-max 4 -K config\n");
        script.Append(CultureInfo.InvariantCulture, $"curl -sSf -o /dev/null -H 'Authorization: Bearer {server.Key}' ");
        script.Append(CultureInfo.InvariantCulture, $"-H 'Content-Type: application/json' -H 'Idempotency-Key: {Guid.NewGuid()}' ");
        script.Append("-d \"{\\\"whole_checksum_sha256\\\":\\\"$(cut -c1-64 whole)\\\"}\" ");
        script.Append(CultureInfo.InvariantCulture, $"{Address(session)}/complete\n");
        return script.ToString();
    }

    private UploadSession Announce()
    {
        long length = new FileInfo(source).Length;
        UploadSession session = client.Uploads.CreateAsync(sandbox, new CreateUploadRequest
        {
            TargetPath = "/workspace/theirs",
            Kind = UploadKind.File,
            SourceKind = UploadSourceKind.RestartableFile,
            ContentLength = (ulong)length,
            Conflict = UploadConflictPolicy.Replace,
        }).GetAwaiter().GetResult().Session;
        if (_parts.Count == 0)
        {
            Split((long)session.PartSize);
        }

        return session;
    }

    private string Address(UploadSession session) => $"{server.Url}v1/sandboxes/{sandbox}/uploads/{session.UploadId}";

    private void Split(long size)
    {
        using FileStream file = File.OpenRead(source);
        byte[] part = new byte[size];
        for (int read; (read = file.ReadAtLeast(part, part.Length, throwOnEndOfStream: false)) > 0;)
        {
            string path = Path.Combine(folder, "part" + _parts.Count.ToString("D5", CultureInfo.InvariantCulture));
            File.WriteAllBytes(path, part.AsSpan(0, read));
            _parts.Add(path);
        }
    }
}
