using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Dari.Json;

/// <summary>What is escaped of ASCII beside controls, quotes and backslashes. A type, so that each has code of its own.</summary>
internal interface IEscapes
{
    static abstract string Others { get; }

    /// <summary>Marks all that is not plain: what is escaped, and what is not ASCII.</summary>
    static abstract Vector128<byte> Find(Vector128<byte> bytes);
}

/// <summary>Nothing: RFC 8259 wants no more.</summary>
internal readonly struct NoOthers : IEscapes
{
    public static string Others => "";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Find(Vector128<byte> bytes) =>

        // As signed numbers, bytes beyond ASCII are below the space too.
        Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
            | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));
}

/// <summary>What the default encoder of System.Text.Json escapes, so that JSON may stand in HTML.</summary>
internal readonly struct HtmlOthers : IEscapes
{
    // One bit for each high half of a byte that has something to escape: controls and all beyond ASCII 1, "2x" 2, "3x" 4,
    // "5x" 8, "6x" 16, "7x" 32. A byte is escaped where the tables of its two halves have a bit in common.
    private static Vector128<byte> HighHalves => Vector128.Create((byte)1, 1, 2, 4, 0, 8, 16, 32, 1, 1, 1, 1, 1, 1, 1, 1);
    private static Vector128<byte> LowHalves => Vector128.Create((byte)17, 1, 3, 1, 1, 1, 3, 3, 1, 1, 1, 3, 13, 1, 5, 33);

    public static string Others => "&'+<>`\u007F";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Find(Vector128<byte> bytes)
    {
        Vector128<byte> half = Vector128.Create((byte)0xF);
        if (Ssse3.IsSupported)
        {
            return Ssse3.Shuffle(HighHalves, (bytes.AsUInt16() >> 4).AsByte() & half) & Ssse3.Shuffle(LowHalves, bytes & half);
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.VectorTableLookup(HighHalves, bytes >> 4) & AdvSimd.Arm64.VectorTableLookup(LowHalves, bytes & half);
        }

        return NoOthers.Find(bytes)
            | Vector128.Equals(bytes, Vector128.Create((byte)'&')) | Vector128.Equals(bytes, Vector128.Create((byte)'\''))
            | Vector128.Equals(bytes, Vector128.Create((byte)'+')) | Vector128.Equals(bytes, Vector128.Create((byte)'<'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'>')) | Vector128.Equals(bytes, Vector128.Create((byte)'`'))
            | Vector128.Equals(bytes, Vector128.Create((byte)0x7F));
    }
}
