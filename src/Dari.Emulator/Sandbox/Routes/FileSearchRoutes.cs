using Dari.Emulator.Sandbox.Files;

namespace Dari.Emulator.Sandbox.Routes;

/// <summary>Search by name, search by content, and replacement.</summary>
internal static class FileSearchRoutes
{
    public static void Map(SandboxRoutes routes)
    {
        routes.Map("searchFiles", (call, account) =>
        {
            var request = SandboxJson.Read<PatternRequest>(call);
            var machine = FileRoutes.Awake(call, account);
            return SandboxJson.Reply(machine.Files.Search(machine.Absolute(request.Path, request.User), request.Pattern));
        });
        routes.Map("findFileText", (call, account) =>
        {
            var request = SandboxJson.Read<PatternRequest>(call);
            var machine = FileRoutes.Awake(call, account);
            return SandboxJson.Reply(machine.Files.Find(machine.Absolute(request.Path, request.User), request.Pattern));
        });
        routes.Map("replaceFileText", (call, account) =>
        {
            var request = SandboxJson.Read<ReplaceRequest>(call);
            var machine = FileRoutes.Awake(call, account);
            return SandboxJson.Reply(machine.Files.Replace(
                request.Files.Select(path => machine.Absolute(path, request.User)), request.Pattern, request.Replacement));
        });
    }
}
