using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Machines;

/// <summary>The files that every sandbox has from the start.</summary>
internal static class MachineFolder
{
    /// <summary>Folder that only the service touches.</summary>
    public const string Reserved = "/workspace/.nullspace";

    /// <summary>Folder for relative paths when nothing else says where they start.</summary>
    public const string Workspace = "/workspace";

    /// <summary>Folder for the bytes of uploads.</summary>
    public const string Staging = Reserved + "/uploads";

    private static readonly string[] Locations =
        [Workspace, "/data", "/tmp", "/srv", "/root", "/home/" + EntryAttributes.DefaultOwner, Staging];

    /// <summary>The view over a sandbox's tree, with its locations made.</summary>
    public static FileView Open(FileTree tree)
    {
        foreach (var location in Locations)
        {
            Directory.CreateDirectory(tree.Physical(location));
        }

        return new FileView(tree, tree.Physical(Staging), Reserved, hasLocations: true);
    }

    /// <summary>Home of a user.</summary>
    /// <exception cref="Hosting.ServiceFault">400: no user can have that name.</exception>
    public static string Home(string user) =>
        user is "root" ? "/root" : IsName(user) ? "/home/" + user : throw SandboxFault.Invalid("The user has no valid name.");

    private static bool IsName(string user) =>
        user.Length is > 0 and <= 32
        && (char.IsAsciiLetterLower(user[0]) || user[0] == '_')
        && user.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_' or '-');
}
