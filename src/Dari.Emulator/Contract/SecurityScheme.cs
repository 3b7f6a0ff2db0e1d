namespace Dari.Emulator.Contract;

/// <summary>How a key is carried.</summary>
/// <param name="Name">The scheme's name in the document.</param>
/// <param name="Header">The header with the key.</param>
/// <param name="Prefix">What stands before the key in the header.</param>
internal sealed record SecurityScheme(string Name, string Header, string Prefix);
