using System.Globalization;
using System.Text;

namespace Dari.Archiving.Packing;

/// <summary>
/// The headers of an entry as POSIX.1-2001 defines them, without owner and time. What a plain header cannot hold goes
/// into an extended one before it: names that are long or not ASCII, and sizes from 8 GiB on.
/// </summary>
internal static class TarHeader
{
    internal const int BlockSize = 512;

    internal const byte File = (byte)'0';
    internal const byte Link = (byte)'2';

    private const int LongestName = 100;
    private const long LargestSize = (8L << 30) - 1;
    private const string ExtendedName = "././@PaxHeader";

    internal static byte[] Of(string name, string target, long size, bool isExecutable, byte type)
    {
        string records = (IsPlain(name) ? "" : Record("path", name))
            + (IsPlain(target) ? "" : Record("linkpath", target))
            + (size <= LargestSize ? "" : Record("size", size.ToString(CultureInfo.InvariantCulture)));
        byte[] extended = Encoding.UTF8.GetBytes(records);
        int records512 = (extended.Length + BlockSize - 1) / BlockSize * BlockSize;
        var result = new byte[extended.Length == 0 ? BlockSize : BlockSize + records512 + BlockSize];
        if (extended.Length > 0)
        {
            Write(result, ExtendedName, "", extended.Length, 0x1A4, (byte)'x');
            extended.CopyTo(result, BlockSize);
        }

        int mode = type == Link ? 0x1FF : isExecutable ? 0x1ED : 0x1A4;
        Write(result.AsSpan(^BlockSize..), name, target, size <= LargestSize ? size : 0, mode, type);
        return result;
    }

    private static bool IsPlain(string text) => text.Length <= LongestName && text.All(char.IsAscii);

    // Each record starts with its own length, which counts itself.
    private static string Record(string key, string value)
    {
        string rest = $" {key}={value}\n";
        int bytes = Encoding.UTF8.GetByteCount(rest);
        int length = bytes + Digits(bytes);
        length = bytes + Digits(length);
        return length.ToString(CultureInfo.InvariantCulture) + rest;
    }

    private static int Digits(int value) => value.ToString(CultureInfo.InvariantCulture).Length;

    private static void Write(Span<byte> header, string name, string target, long size, int mode, byte type)
    {
        Text(header[..LongestName], name);
        Octal(header.Slice(100, 8), mode);
        Octal(header.Slice(108, 8), 0);
        Octal(header.Slice(116, 8), 0);
        Octal(header.Slice(124, 12), size);
        Octal(header.Slice(136, 12), 0);
        header[156] = type;
        Text(header.Slice(157, LongestName), target);
        "ustar\0"u8.CopyTo(header[257..]);
        "00"u8.CopyTo(header[263..]);
        Octal(header.Slice(329, 8), 0);
        Octal(header.Slice(337, 8), 0);

        // The sum counts its own field as spaces.
        header.Slice(148, 8).Fill((byte)' ');
        int sum = 0;
        foreach (byte value in header[..BlockSize])
        {
            sum += value;
        }

        Octal(header.Slice(148, 7), sum);
    }

    private static void Text(Span<byte> field, string text)
    {
        for (int i = 0; i < field.Length && i < text.Length; i++)
        {
            field[i] = char.IsAscii(text[i]) ? (byte)text[i] : (byte)'_';
        }
    }

    private static void Octal(Span<byte> field, long value)
    {
        for (int i = field.Length - 2; i >= 0; i--, value >>= 3)
        {
            field[i] = (byte)('0' + (value & 7));
        }

        field[^1] = 0;
    }
}
