using System;
using System.Collections.Generic;
using System.Linq;
using Dari.Generator.Emit;
using Dari.Generator.Model;

namespace Dari.Generator.Review.Surface;

/// <summary>What a client offers, a line a thing, sorted: what a person reviews instead of the code.</summary>
internal static class SurfaceWriter
{
    public static IReadOnlyList<SurfaceLine> Write(ClientModel client)
    {
        var scope = new ClientScope(client);
        IEnumerable<SurfaceLine> lines = Client(client)
            .Concat(client.Tags.SelectMany(tag => tag.Operations.SelectMany(operation => OperationSurface.Write(tag, operation, scope))))
            .Concat(client.Webhooks is { } webhooks ? WebhookSurface.Write(webhooks) : [])
            .Concat(client.Types.SelectMany(type => TypeSurface.Write(type, scope)));

        // Two things of one name would be a fault of the binder; the text stays one line for each all the same.
        return [.. lines.GroupBy(line => line.Key, StringComparer.Ordinal).Select(same => same.First()).OrderBy(line => line.Key, StringComparer.Ordinal)];
    }

    /// <summary>The text of a surface file: LF behind each line.</summary>
    public static string Text(IEnumerable<SurfaceLine> lines) => string.Concat(lines.Select(line => line + "\n"));

    private static IEnumerable<SurfaceLine> Client(ClientModel client)
    {
        string name = client.Name.Plain;
        yield return new SurfaceLine("I" + name, "interface", "");
        yield return new SurfaceLine(name, "sealed class : I" + name, SurfaceLine.OnOneLine(client.Transport.BaseUrl ?? ""));
        foreach (TagModel tag in client.Tags)
        {
            string wire = SurfaceLine.OnOneLine(tag.Tag is null ? "" : "tag " + tag.Tag);
            yield return new SurfaceLine("I" + name + "." + tag.Property.Plain, Mark(tag.Docs) + tag.Interface.Plain, wire);
            yield return new SurfaceLine(tag.Interface.Plain, "interface", wire);
        }
    }

    private static string Mark(DocsModel docs) => docs.Obsolete is null ? "" : SurfaceLine.Obsolete;
}
