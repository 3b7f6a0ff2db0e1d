using Dari.Emulator.Hosting;
using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Uploads;

/// <summary>Puts verified uploads where they were announced for, in one step as far as anybody can see.</summary>
internal static class UploadPublication
{
    /// <summary>The place of a target, if the policy lets something go there.</summary>
    /// <exception cref="ServiceFault">400: no location. 409 <c>upload_conflict</c>: the policy forbids it.</exception>
    public static FilePlace Target(FileView view, string path, bool isFolder, string conflict)
    {
        var place = view.Resolve(path).Writable();
        switch (place.Entry)
        {
            case null:
                view.RefuseLocation(place);
                break;
            case not null when conflict == "error":
                throw Clash("Something is at the target already.");
            case FileInfo when isFolder:
                throw Clash("A file is at the target, and a folder was announced.");
            case DirectoryInfo when !isFolder:
                throw Clash("A folder is at the target, and a file was announced.");
        }

        return place;
    }

    /// <summary>Moves the bytes to the target.</summary>
    public static long PublishFile(FileView view, UploadSession session)
    {
        lock (view.Gate)
        {
            Target(view, session.TargetPath, isFolder: false, session.Conflict);
            view.Publish(session.ContentFile, session.TargetPath, session.User ?? EntryAttributes.DefaultOwner);
            return 1;
        }
    }

    /// <summary>Unpacks the archive into the staging folder and moves the result to the target.</summary>
    public static long PublishFolder(FileView view, UploadSession session)
    {
        var owner = session.User ?? EntryAttributes.DefaultOwner;
        var place = Path.Combine(session.StagingFolder, "tree");

        // A clash of an earlier call can have left its own.
        FolderCopy.Remove(place);
        var staged = FileTree.At(place);
        var count = TarExtraction.Extract(session.ContentFile, staged, owner);
        lock (view.Gate)
        {
            var target = Target(view, session.TargetPath, isFolder: true, session.Conflict);
            target.Tree.Reserve(FolderCopy.Measure(staged.Folder).Bytes);
            if (session.Conflict == "replace" && target.Entry is not null)
            {
                FolderReplacement.Replace(view, staged, target, session.StagingFolder, owner);
            }
            else
            {
                FolderMerge.Merge(view, staged, target.Path, owner);
            }
        }

        return count;
    }

    /// <summary>409 <c>upload_conflict</c>.</summary>
    public static ServiceFault Clash(string message) => SandboxFault.Conflict(message, "upload_conflict");
}
