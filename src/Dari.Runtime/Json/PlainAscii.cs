using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Dari.Json;

/// <summary>Strings of printable ASCII of which nothing is escaped: checked and turned into bytes in one pass.</summary>
/// <typeparam name="TEscapes">What is escaped beside what JSON wants to be.</typeparam>
internal static class PlainAscii<TEscapes>
    where TEscapes : struct, IEscapes
{
    private const int Count = 16;

    // Of the characters from 0 to 127, which may stand as they are.
    private static readonly bool[] Plain =
        [.. Enumerable.Range(0, 128).Select(static c => c >= ' ' && c is not ('"' or '\\') && !TEscapes.Others.Contains((char)c))];

    /// <param name="text">The string.</param>
    /// <param name="target">At least as many bytes; what is in it does not count when the answer is no.</param>
    /// <returns>Whether all of it is plain.</returns>
    internal static bool TryWrite(ReadOnlySpan<char> text, Span<byte> target)
    {
        target = target[..text.Length];
        if (text.Length < Count / 4 || !Vector128.IsHardwareAccelerated)
        {
            return TryEach(text, target);
        }

        ref ushort from = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
        ref byte to = ref MemoryMarshal.GetReference(target);
        return text.Length switch
        {
            < Count / 2 => TryQuarters(ref from, ref to, text.Length),
            < Count => TryHalves(ref from, ref to, text.Length),
            _ => TryBlocks(ref from, ref to, text.Length),
        };
    }

    private static bool TryEach(ReadOnlySpan<char> text, Span<byte> target)
    {
        bool[] plain = Plain;
        for (int i = 0; i < text.Length && i < target.Length; i++)
        {
            char c = text[i];
            if (c >= plain.Length || !plain[c])
            {
                return false;
            }

            target[i] = (byte)c;
        }

        return true;
    }

    // The first four and the last four characters, which may overlap.
    private static bool TryQuarters(ref ushort from, ref byte to, int length)
    {
        nuint last = (nuint)(length - (Count / 4));
        ulong first = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref from));
        ulong second = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref from, last)));
        Vector128<ushort> both = Vector128.Create(first, second).AsUInt16();
        if (!TryNarrow(both, both, out Vector128<byte> bytes))
        {
            return false;
        }

        Unsafe.WriteUnaligned(ref to, bytes.AsUInt32().GetElement(0));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, last), bytes.AsUInt32().GetElement(1));
        return true;
    }

    // The first eight and the last eight characters, which may overlap.
    private static bool TryHalves(ref ushort from, ref byte to, int length)
    {
        nuint last = (nuint)(length - (Count / 2));
        if (!TryNarrow(Vector128.LoadUnsafe(ref from), Vector128.LoadUnsafe(ref from, last), out Vector128<byte> bytes))
        {
            return false;
        }

        Unsafe.WriteUnaligned(ref to, bytes.AsUInt64().GetElement(0));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, last), bytes.AsUInt64().GetElement(1));
        return true;
    }

    // Sixteen at a time; the last sixteen may overlap those before.
    private static bool TryBlocks(ref ushort from, ref byte to, int length)
    {
        nuint last = (nuint)(length - Count);
        for (nuint i = 0; i < last; i += Count)
        {
            if (!TryBlock(ref from, ref to, i))
            {
                return false;
            }
        }

        return TryBlock(ref from, ref to, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryBlock(ref ushort from, ref byte to, nuint at)
    {
        Vector128<ushort> first = Vector128.LoadUnsafe(ref from, at);
        Vector128<ushort> second = Vector128.LoadUnsafe(ref from, at + (Count / 2));
        if (!TryNarrow(first, second, out Vector128<byte> bytes))
        {
            return false;
        }

        bytes.StoreUnsafe(ref to, at);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow(Vector128<ushort> first, Vector128<ushort> second, out Vector128<byte> bytes)
    {
        bytes = Narrow(first, second);
        return TEscapes.Find(bytes) == Vector128<byte>.Zero;
    }

    // What is beyond a byte becomes one that is not plain: the greatest, or, on x86 from 0x8000 on, zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(Vector128<ushort> first, Vector128<ushort> second)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.PackUnsignedSaturate(first.AsInt16(), second.AsInt16());
        }

        if (AdvSimd.IsSupported)
        {
            return AdvSimd.ExtractNarrowingSaturateUpper(AdvSimd.ExtractNarrowingSaturateLower(first), second);
        }

        Vector128<ushort> greatest = Vector128.Create<ushort>(0xFF);
        return Vector128.Narrow(Vector128.Min(first, greatest), Vector128.Min(second, greatest));
    }
}
