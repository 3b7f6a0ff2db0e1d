using System.Security.Cryptography;

namespace Dari.Webhooks;

/// <summary>MACs out of the entries of a header.</summary>
internal static class WebhookMacs
{
    internal static List<byte[]> Of(IEnumerable<string> entries, WebhookSignature signature)
    {
        string[] around = signature.Format.Split("{mac}");
        var macs = new List<byte[]>();
        foreach (string entry in entries)
        {
            bool isOne = entry.Length > around[0].Length + around[1].Length
                && entry.StartsWith(around[0], StringComparison.Ordinal)
                && entry.EndsWith(around[1], StringComparison.Ordinal);
            if (isOne && TryDecode(entry[around[0].Length..^around[1].Length], signature.Encoding, out byte[] mac))
            {
                macs.Add(mac);
            }
        }

        return macs;
    }

    internal static HashAlgorithmName Name(WebhookAlgorithm algorithm) => algorithm switch
    {
        WebhookAlgorithm.HmacSha512 => HashAlgorithmName.SHA512,
        WebhookAlgorithm.HmacSha1 => HashAlgorithmName.SHA1,
        _ => HashAlgorithmName.SHA256,
    };

    internal static bool TryDecode(string text, WebhookEncoding encoding, out byte[] bytes)
    {
        bytes = [];
        if (encoding == WebhookEncoding.Hex)
        {
            bool isHex = text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
            bytes = isHex ? Convert.FromHexString(text) : [];
            return isHex;
        }

        var room = new byte[text.Length];
        bool isBase64 = Convert.TryFromBase64String(text, room, out int length);
        bytes = room[..(isBase64 ? length : 0)];
        return isBase64;
    }
}
