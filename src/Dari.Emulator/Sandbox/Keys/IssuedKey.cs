namespace Dari.Emulator.Sandbox.Keys;

/// <summary>An API key; its text is answered once and never again.</summary>
internal sealed record IssuedKey(string Id, string? Name, string Secret, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>First characters, for display.</summary>
    public string Prefix => Secret[..12];

    /// <summary>The text is kept out of whatever prints the record.</summary>
    public override string ToString() => Id;
}
