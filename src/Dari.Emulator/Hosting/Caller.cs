namespace Dari.Emulator.Hosting;

/// <summary>Who is calling.</summary>
/// <param name="Organization">Id of the organization that owns the key; empty where the operation needs no key.</param>
/// <param name="Key">The key itself, for routes that are about the calling key. Never to be shown.</param>
internal sealed record Caller(string Organization, string Key)
{
    public static Caller Anonymous { get; } = new("", "");

    public override string ToString() => Organization;
}
