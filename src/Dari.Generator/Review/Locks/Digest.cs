using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace Dari.Generator.Review.Locks;

/// <summary>SHA-256 over lines of text: <c>sha256:</c> and 64 hexadecimal digits.</summary>
internal static class Digest
{
    public static string Of(IEnumerable<string> lines)
    {
        using var hash = SHA256.Create();
        byte[] bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", lines)));
        var text = new StringBuilder("sha256:");
        foreach (byte one in bytes)
        {
            text.Append(one.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
