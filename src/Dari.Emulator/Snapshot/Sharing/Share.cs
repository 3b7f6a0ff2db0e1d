using System.Text.Json.Nodes;
using Dari.Emulator.Hosting;
using Dari.Emulator.Snapshot.Machines;

namespace Dari.Emulator.Snapshot.Sharing;

/// <summary>A shared port of a machine.</summary>
internal sealed class Share(Vm vm, int port, bool isPublic, DateTimeOffset createdAt) : IShelved
{
    public string Id { get; } = Ids.New("share-", 10);

    public Vm Vm => vm;

    // Names below localhost never leave the machine.
    private string Host => $"{Id}.share.localhost";

    public JsonObject View() => new()
    {
        ["share_id"] = Id,
        ["id"] = Id,
        ["vm_id"] = vm.Id,
        ["session_id"] = vm.Session.Id,
        ["port"] = port,
        ["is_public"] = isPublic,
        ["host"] = Host,
        ["url"] = $"https://{Host}/",
        ["created_at"] = ServiceTimes.Plain(createdAt),
    };
}
