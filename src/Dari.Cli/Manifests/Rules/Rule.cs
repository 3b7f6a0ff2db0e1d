using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests.Rules;

/// <summary>What a value has to be.</summary>
internal abstract class Rule
{
    /// <summary>What it has to be, in words: <c>text</c>, <c>a list</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Looks at a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="place">Where it stands; for a value that is missing something, its key.</param>
    /// <param name="findings">Told what is wrong.</param>
    public abstract void Check(YamlNode node, Place place, Findings findings);

    private protected void Refuse(YamlNode node, Place place, Findings findings, string remedy) =>
        findings.Add(At(node, place), $"{Named(place)} is {node.Kind()}, and has to be {Expected}.", remedy);

    /// <summary>A value that is nothing has no place of its own.</summary>
    private protected static Place At(YamlNode node, Place place) => node.IsNull() ? place : place.Of(node);

    private protected static string Named(Place place) => place.Key.Length == 0 ? "The file" : $"'{place.Key}'";
}
