using Dari.Benchmarks.Archives;
using Dari.Benchmarks.FrontEnd;
using Dari.Benchmarks.Transfers;
using Dari.Benchmarks.Typing;

namespace Dari.Benchmarks;

/// <summary>What this program does when it is started by itself for one piece of work.</summary>
internal static class Children
{
    public static int Run(string[] work)
    {
        switch (work)
        {
            case ["frontend", var side, var path]:
                FrontEndGroup.Child(side, path);
                return 0;
            case ["edit", var path]:
                EditGroup.Child(path);
                return 0;
            case ["archive", var speed, var folder]:
                ArchiveGroup.ChildAsync(speed, folder).GetAwaiter().GetResult();
                return 0;
            case [Server.Work]:
                Server.ServeAsync().GetAwaiter().GetResult();
                return 0;
            case ["transfer", var what, var url, var key, var sandbox, var path]:
                TransferGroup.ChildAsync(what, url, key, sandbox, path).GetAwaiter().GetResult();
                return 0;
            default:
                Console.Error.WriteLine("Unknown work: " + string.Join(' ', work));
                return 2;
        }
    }
}
