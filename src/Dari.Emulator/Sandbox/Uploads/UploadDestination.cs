using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Where the uploads of a sandbox or a volume go.</summary>
/// <param name="View">Its files.</param>
/// <param name="Resolve">Turns a target and a user into an absolute path.</param>
internal sealed record UploadDestination(FileView View, Func<string, string?, string> Resolve);
