using System.Collections.Generic;

namespace Dari.Generator.Specs.Syntax;

/// <summary>
/// The anchors of a YAML document. An alias shares what its anchor holds, so nothing is copied; but whoever walks the
/// tree meets it again, so what aliases stand for is counted.
/// </summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, Anchor?> _anchors = [];

    /// <summary>Until <see cref="Close"/>, an alias of this name would contain itself.</summary>
    public void Open(string name) => _anchors[name] = null;

    /// <param name="name">Of the anchor; a later one of the same name takes over from here on.</param>
    /// <param name="node">What it stands for.</param>
    /// <param name="size">Nodes in it, counting what its aliases stand for.</param>
    /// <param name="height">Containers within containers in it.</param>
    public void Close(string name, SpecNode node, long size, int height) => _anchors[name] = new Anchor(node, size, height);

    /// <summary>Whether the anchor was seen; it is <see langword="null"/> while it is open.</summary>
    public bool TryGet(string name, out Anchor? anchor) => _anchors.TryGetValue(name, out anchor);

    internal sealed record Anchor(SpecNode Node, long Size, int Height);
}
