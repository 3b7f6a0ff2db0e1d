using YamlDotNet.RepresentationModel;

namespace Dari.Cli.Manifests;

/// <summary>A place in a file, and the key that stands there.</summary>
/// <param name="File">The file, relative to the agent's folder and with <c>/</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Key">The key, such as <c>sandbox.env</c>; empty for the whole file.</param>
internal sealed record Place(string File, int Line, int Column, string Key)
{
    public static Place Start(string file) => new(file, 1, 1, "");

    /// <summary>The place of a node below this one.</summary>
    public Place Of(YamlNode node, string? key = null) =>
        this with { Line = (int)node.Start.Line, Column = (int)node.Start.Column, Key = key is null ? Key : Below(key) };

    /// <summary>The place of an item of a list that stands here.</summary>
    public Place OfItem(YamlNode node, int index) => this with
    {
        Line = (int)node.Start.Line,
        Column = (int)node.Start.Column,
        Key = $"{Key}[{index}]",
    };

    private string Below(string key) => Key.Length == 0 ? key : $"{Key}.{key}";
}
