using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Dari.Json;

/// <summary>What is escaped of ASCII beside controls, quotes and backslashes. A type, so that each has code of its own.</summary>
internal interface IEscapes
{
    static abstract string Others { get; }

    static abstract Vector128<byte> Find(Vector128<byte> bytes);
}

/// <summary>Nothing: RFC 8259 wants no more.</summary>
internal readonly struct NoOthers : IEscapes
{
    public static string Others => "";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Find(Vector128<byte> bytes) => Vector128<byte>.Zero;
}

/// <summary>What the default encoder of System.Text.Json escapes, so that JSON may stand in HTML.</summary>
internal readonly struct HtmlOthers : IEscapes
{
    public static string Others => "&'+<>`\u007F";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Find(Vector128<byte> bytes) =>
        Vector128.Equals(bytes, Vector128.Create((byte)'&')) | Vector128.Equals(bytes, Vector128.Create((byte)'\''))
        | Vector128.Equals(bytes, Vector128.Create((byte)'+')) | Vector128.Equals(bytes, Vector128.Create((byte)'<'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'>')) | Vector128.Equals(bytes, Vector128.Create((byte)'`'))
        | Vector128.Equals(bytes, Vector128.Create((byte)0x7F));
}
