using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Keys;

/// <summary>A public key that may log in to machines.</summary>
internal sealed class SshKey : IShelved
{
    private readonly string _text;
    private readonly byte[] _blob;
    private readonly DateTimeOffset _createdAt;

    private SshKey(string text, byte[] blob, DateTimeOffset createdAt)
    {
        _text = text;
        _blob = blob;
        _createdAt = createdAt;
    }

    public string Id { get; } = Ids.New("key_");

    public string Fingerprint => "SHA256:" + Convert.ToBase64String(SHA256.HashData(_blob)).TrimEnd('=');

    /// <summary>Reads a key in OpenSSH form: its type, its bytes in base64, and perhaps a comment.</summary>
    /// <returns>Null when it is none: the bytes have to begin with the type again.</returns>
    public static SshKey? TryParse(string text, DateTimeOffset now)
    {
        string[] parts = text.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        byte[] blob = new byte[parts.Length < 2 ? 0 : parts[1].Length];
        if (parts.Length < 2 || !Convert.TryFromBase64String(parts[1], blob, out int length))
        {
            return null;
        }

        byte[] type = Encoding.ASCII.GetBytes(parts[0]);
        byte[] start = [0, 0, 0, (byte)type.Length, .. type];
        return type.Length < 256 && blob.AsSpan(0, length).StartsWith(start)
            ? new SshKey(text.Trim(), blob[..length], now)
            : null;
    }

    public JsonObject View() => new()
    {
        ["id"] = Id,
        ["public_key"] = _text,
        ["fingerprint"] = Fingerprint,
        ["created_at"] = ServiceTimes.Plain(_createdAt),
    };
}
