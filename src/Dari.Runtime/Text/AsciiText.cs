using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Dari.Text;

/// <summary>Short strings of ASCII, as most are that services send: no decoder is called for them.</summary>
internal static class AsciiText
{
    private const ulong Beyond = 0x8080_8080_8080_8080;

    /// <summary>Whether all of the bytes are ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Is(ReadOnlySpan<byte> bytes)
    {
        ref byte first = ref MemoryMarshal.GetReference(bytes);
        int length = bytes.Length;

        // The first bytes and the last ones, which may overlap.
        if (length is >= sizeof(ulong) and <= 2 * sizeof(ulong))
        {
            return ((Read<ulong>(ref first, 0) | Read<ulong>(ref first, length - sizeof(ulong))) & Beyond) == 0;
        }

        if (length is > 2 * sizeof(ulong) and <= 4 * sizeof(ulong) && Vector128.IsHardwareAccelerated)
        {
            Vector128<byte> all = Read<Vector128<byte>>(ref first, 0) | Read<Vector128<byte>>(ref first, length - Vector128<byte>.Count);
            return (all & Vector128.Create((byte)0x80)) == Vector128<byte>.Zero;
        }

        return Ascii.IsValid(bytes);
    }

    /// <param name="bytes">ASCII.</param>
#if NET9_0_OR_GREATER
    internal static string Of(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, static (chars, bytes) => Widen(bytes, chars));

    private static void Widen(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        int length = bytes.Length;
        if (length is < sizeof(ulong) or > 4 * sizeof(ulong) || chars.Length < length || !Vector128.IsHardwareAccelerated)
        {
            Ascii.ToUtf16(bytes, chars, out _);
            return;
        }

        ref byte from = ref MemoryMarshal.GetReference(bytes);
        ref ushort to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(chars));
        for (int i = 0; i < length - sizeof(ulong); i += sizeof(ulong))
        {
            Eight(ref from, ref to, i);
        }

        Eight(ref from, ref to, length - sizeof(ulong));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight(ref byte from, ref ushort to, int at) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Read<ulong>(ref from, at)).AsByte()).StoreUnsafe(ref to, (nuint)at);
#else
    internal static string Of(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
#endif

    private static T Read<T>(ref byte first, int offset)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref first, offset));
}
