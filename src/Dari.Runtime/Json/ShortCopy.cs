using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dari.Json;

/// <summary>Copies names, which are short: the call of a general copy would cost more than the copy.</summary>
internal static class ShortCopy
{
    /// <param name="source">What to copy.</param>
    /// <param name="target">The first of at least as many bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Copy(ReadOnlySpan<byte> source, ref byte target)
    {
        ref byte from = ref MemoryMarshal.GetReference(source);
        nuint length = (nuint)source.Length;

        // The first so many bytes and the last so many, which may overlap.
        if (length is >= sizeof(ulong) and <= 2 * sizeof(ulong))
        {
            ulong last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, length - sizeof(ulong)));
            Unsafe.WriteUnaligned(ref target, Unsafe.ReadUnaligned<ulong>(ref from));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - sizeof(ulong)), last);
        }
        else if (length is >= sizeof(uint) and < sizeof(ulong))
        {
            uint last = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref from, length - sizeof(uint)));
            Unsafe.WriteUnaligned(ref target, Unsafe.ReadUnaligned<uint>(ref from));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length - sizeof(uint)), last);
        }
        else if (length < sizeof(uint))
        {
            for (nuint i = 0; i < length; i++)
            {
                Unsafe.Add(ref target, i) = Unsafe.Add(ref from, i);
            }
        }
        else
        {
            source.CopyTo(MemoryMarshal.CreateSpan(ref target, source.Length));
        }
    }
}
