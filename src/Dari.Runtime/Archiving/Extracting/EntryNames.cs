namespace Dari.Archiving.Extracting;

/// <summary>Makes relative paths of the names in an archive, or refuses them.</summary>
internal static class EntryNames
{
    /// <returns>The name with single slashes and without dots; empty for the folder itself.</returns>
    internal static string Clean(string name)
    {
        if (name.StartsWith('/') || name.StartsWith('\\') || IsDrive(name))
        {
            throw Refused(name, "is absolute");
        }

        var parts = new List<string>();
        foreach (string part in name.Split('/'))
        {
            if (part == "..")
            {
                throw Refused(name, "leads out of the folder");
            }

            if (part.Any(static c => c is '\0' or '\uFFFD') || (OperatingSystem.IsWindows() && IsUnfitForWindows(part)))
            {
                throw Refused(name, "is not a name that this system can hold");
            }

            if (part is not ("" or "."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static bool IsDrive(string name) => name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]);

    // Windows drops closing dots and spaces, and a device has every extension.
    private static bool IsUnfitForWindows(string part) =>
        part is not "." && (part.EndsWith('.') || part.EndsWith(' ')
        || part.Any(static c => c < ' ' || "<>:\"|?*\\".Contains(c, StringComparison.Ordinal))
        || Http.FileNames.Clean(part) != part);

    private static ArchiveException Refused(string name, string why) =>
        new($"The archive's entry \"{name}\" {why}.", name);
}
