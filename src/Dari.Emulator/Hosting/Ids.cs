using System.Security.Cryptography;

namespace Dari.Emulator.Hosting;

/// <summary>Makes ids and secrets.</summary>
internal static class Ids
{
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>A prefix and random lower-case letters and digits.</summary>
    public static string New(string prefix, int length = 16) => prefix + RandomNumberGenerator.GetString(Letters, length);

    /// <summary>A prefix and 32 random hexadecimal digits.</summary>
    public static string Secret(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
