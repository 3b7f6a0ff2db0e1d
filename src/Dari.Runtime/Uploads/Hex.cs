namespace Dari.Uploads;

/// <summary>Digests as text.</summary>
internal static class Hex
{
    private const string Digits = "0123456789abcdef";

    // net8.0 has no lower-case form of ToHexString.
    internal static string Lower(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 15];
        }

        return new string(text);
    }
}
