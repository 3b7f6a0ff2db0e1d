using System.Security.Cryptography;
using System.Text;

namespace Dari.Webhooks;

/// <summary>The template of what is signed.</summary>
internal sealed class SignedContent
{
    private const string Body = "{body}";
    private const string Timestamp = "{timestamp}";
    private const string Id = "{id}";
    private readonly string _text;
    private readonly string[] _parts;

    private SignedContent(string text, string[] parts)
    {
        _text = text;
        _parts = parts;
    }

    internal bool HasTimestamp => _parts.Contains(Timestamp);

    internal bool HasId => _parts.Contains(Id);

    public override string ToString() => _text;

    internal static SignedContent Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int next = text.IndexOf('{', start + 1);
            int end = text[start] == '{' ? text.IndexOf('}', start) + 1 : next < 0 ? text.Length : next;
            string part = text[start..Math.Max(end, start)];
            if (part.Length == 0 || (part[0] == '{' && part is not (Body or Timestamp or Id)))
            {
                throw Wrong();
            }

            parts.Add(part);
            start = end;
        }

        return parts.Contains(Body) ? new SignedContent(text, [.. parts]) : throw Wrong();
    }

    internal byte[] Mac(
        HashAlgorithmName algorithm, byte[] secret, ReadOnlySpan<byte> body, string? timestamp, string? id)
    {
        using IncrementalHash mac = IncrementalHash.CreateHMAC(algorithm, secret);
        foreach (string part in _parts)
        {
            switch (part)
            {
                case Body:
                    mac.AppendData(body);
                    break;
                case Timestamp:
                    mac.AppendData(Encoding.UTF8.GetBytes(timestamp ?? ""));
                    break;
                case Id:
                    mac.AppendData(Encoding.UTF8.GetBytes(id ?? ""));
                    break;
                default:
                    mac.AppendData(Encoding.UTF8.GetBytes(part));
                    break;
            }
        }

        return mac.GetHashAndReset();
    }

    private static ArgumentException Wrong() =>
        new("What is signed is made of {body}, {timestamp}, {id} and text, and has {body} in it.");
}
