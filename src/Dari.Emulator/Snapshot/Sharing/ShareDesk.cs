using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Snapshot.Machines;

namespace Dari.Emulator.Snapshot.Sharing;

/// <summary>Opens shares and adds domains. Callers hold the account's gate.</summary>
internal static class ShareDesk
{
    /// <summary>Refuses a domain that cannot be added.</summary>
    /// <exception cref="Hosting.ServiceFault">422: not a domain, or there already.</exception>
    public static void CheckDomain(Account account, string? name, string pointer)
    {
        if (name is null)
        {
            return;
        }

        if (!name.Contains('.') || Uri.CheckHostName(name) != UriHostNameType.Dns)
        {
            throw SnapshotFault.Invalid("The text is not the name of a domain.", pointer);
        }

        if (account.Domains.All.Any(domain => domain.Domain.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw SnapshotFault.Invalid("The domain has been added already.", pointer);
        }
    }

    /// <summary>Opens what a request for a machine asks for, and adds it to the machine's answer.</summary>
    public static void Open(Account account, Vm vm, JsonObject request, JsonObject answer, DateTimeOffset now)
    {
        Share? share = null;
        if (request["share"] is JsonObject wanted)
        {
            share = account.Shares.Add(new Share(vm, (int)wanted.Whole("port")!, wanted.Flag("is_public"), now));
            answer["share"] = share.View();
        }

        if (request["custom_domain"] is JsonObject domain && domain.Text("domain") is { } name)
        {
            answer["custom_domain"] = account.Domains.Add(new CustomDomain(name, share?.Id, domain.Text("dns_provider"), now)).View();
        }
    }
}
