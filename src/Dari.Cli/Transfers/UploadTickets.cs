using System.Security.Cryptography;
using System.Text;
using Dari.Cli.Keys;
using Dari.Uploads;

namespace Dari.Cli.Transfers;

/// <summary>Where the tickets of uploads are: one for each source and target, readable by the user alone.</summary>
internal static class UploadTickets
{
    /// <summary>The place for the ticket of an upload.</summary>
    /// <param name="identity">What is uploaded from where to where.</param>
    public static UploadTicketFile For(string identity)
    {
        string folder = Path.Combine(ConfigFolder.Path, "uploads");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..24];
        return new UploadTicketFile(Path.Combine(folder, digest + ".json"));
    }
}
