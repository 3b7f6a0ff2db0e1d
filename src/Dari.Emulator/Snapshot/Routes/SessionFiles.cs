using Dari.Emulator.Hosting;

namespace Dari.Emulator.Snapshot.Routes;

/// <summary>Gives what files have against a call the form of this service.</summary>
internal static class SessionFiles
{
    /// <summary>What is not there stays a 404; everything else is wrong with the path that was sent.</summary>
    public static T Try<T>(string pointer, string place, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ServiceFault fault) when (fault is { Status: not 404, Findings.Count: 0 })
        {
            throw SnapshotFault.Invalid(fault.Message, pointer, place);
        }
    }
}
