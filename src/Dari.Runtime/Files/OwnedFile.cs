namespace Dari.Files;

/// <summary>
/// An empty file that one holder at a time has, among all processes of a machine. It is a lock of the operating system,
/// which ends with its process however that dies; the file goes with its holder, and what a killed one left is taken over.
/// </summary>
internal static class OwnedFile
{
    // EWOULDBLOCK of Linux and of macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] Held = OperatingSystem.IsWindows()
        ? [unchecked((int)0x80070020), unchecked((int)0x80070021)]
        : OperatingSystem.IsMacOS() ? [35] : [11];

    /// <summary>Takes the file; to dispose what is given lets it go.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <returns>Null when somebody else has it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Nor may it be.</exception>
    internal static IDisposable? TryTake(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,

            // .NET removes the file before it lets the lock go, and opens anew where the name is of another file by then.
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new FileStream(path, options);
        }
        catch (IOException held) when (Held.Contains(held.HResult))
        {
            return null;
        }
        catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows() && File.Exists(path))
        {
            // Windows says so of a file that is about to go.
            return null;
        }
    }
}
