namespace Dari.Emulator.Sandbox.Files;

/// <summary>A folder of another tree that shows at a place of a sandbox.</summary>
/// <param name="At">Where it shows; absolute and normalized.</param>
/// <param name="Tree">The tree it comes from.</param>
/// <param name="Subpath">The folder of that tree; absolute and normalized there.</param>
/// <param name="IsReadOnly">True when writing through it is refused.</param>
internal sealed record FileMount(string At, FileTree Tree, string Subpath, bool IsReadOnly);
