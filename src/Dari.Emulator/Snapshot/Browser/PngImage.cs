using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Dari.Emulator.Snapshot.Browser;

/// <summary>Writes pictures.</summary>
internal static class PngImage
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A white picture with one bit for each pixel.</summary>
    public static byte[] White(int width, int height)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 1;
        Write(png, "IHDR", header);
        Write(png, "IDAT", Rows(width, height));
        Write(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Rows(int width, int height)
    {
        // A row is its filter, which is none, and its bits.
        byte[] row = new byte[1 + ((width + 7) / 8)];
        row.AsSpan(1).Fill(0xFF);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int i = 0; i < height; i++)
            {
                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Write(Stream png, string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(chunk);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(chunk));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in bytes)
        {
            crc ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
