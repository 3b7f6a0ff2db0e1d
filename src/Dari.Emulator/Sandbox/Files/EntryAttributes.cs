using System.Globalization;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Sandbox.Files;

/// <summary>What a sandbox knows about an entry beyond its bytes.</summary>
/// <param name="Mode">Permission bits, 0 to 4095 (octal 7777).</param>
/// <param name="Owner">Owning user, and group.</param>
internal sealed record EntryAttributes(int Mode, string Owner)
{
    /// <summary>User whom files belong to when nobody was named.</summary>
    public const string DefaultOwner = "user";

    /// <summary>What an entry has that nobody set anything for.</summary>
    public static EntryAttributes Default(bool isFolder) => new(isFolder ? 0x1ED : 0x1A4, DefaultOwner);

    /// <summary>The mode as four octal digits.</summary>
    public string Octal => Convert.ToString(Mode, 8).PadLeft(4, '0');

    /// <summary>Reads three or four octal digits.</summary>
    /// <exception cref="ServiceFault">The text is something else.</exception>
    public static int ParseMode(string text)
    {
        var digits = text.StartsWith("0o", StringComparison.Ordinal) ? text[2..] : text;
        return digits.Length is 3 or 4 && digits.All(digit => digit is >= '0' and <= '7')
            ? digits.Aggregate(0, (mode, digit) => (mode * 8) + int.Parse([digit], CultureInfo.InvariantCulture))
            : throw SandboxFault.Fields("Permissions are three or four octal digits such as 0644.");
    }
}
