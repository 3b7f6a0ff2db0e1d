using System.Collections.Generic;
using System.Threading;
using Dari.Generator.Emit.Webhooks;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>Turns a model into C#: the last stage, where nothing is decided.</summary>
internal static class ClientEmitter
{
    public static IEnumerable<GeneratedFile> Emit(ClientModel client, CancellationToken cancellationToken)
    {
        var scope = new ClientScope(client);
        var files = new FilePacker(scope);
        string name = client.Name.Plain;
        yield return files.Single(name, "", null, ClientClassEmitter.Part(scope));

        foreach (GeneratedFile file in files.Tags())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file;
        }

        if (client.Webhooks is { } webhooks)
        {
            yield return files.Single(webhooks.Name.Plain, "", "webhooks", WebhooksEmitter.Part(webhooks, scope));
        }

        FilePart servers = ServersEmitter.Part(scope);
        if (!servers.Code.IsDrop)
        {
            yield return files.Single(name + "Servers", "", "servers", servers);
        }

        FilePart errors = ErrorTablesEmitter.Part(scope);
        if (!errors.Code.IsDrop)
        {
            yield return files.Single(name + "Errors", "", null, errors);
        }

        FilePart rules = RulesEmitter.Part(scope);
        if (!rules.Code.IsDrop)
        {
            yield return files.Single(name + "Rules", "", "rules", rules);
        }

        yield return files.Single(name + "Json", "", null, ResolverEmitter.Part(scope));

        foreach (GeneratedFile file in files.Types())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return file;
        }

        foreach (GeneratedFile file in ReviewEmitter.Files(client, files))
        {
            yield return file;
        }
    }
}
