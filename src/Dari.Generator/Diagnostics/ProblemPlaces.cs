using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dari.Generator.Specs.References;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Diagnostics;

/// <summary>Finds the JSON pointer of a place in a text, and whether the document silences a problem there.</summary>
internal sealed class ProblemPlaces
{
    /// <summary>On any object: ids of the diagnostics that are not reported there and below.</summary>
    public const string Suppression = "x-dari-suppress";

    private readonly List<(string Name, SpecNode Root)> _trees = [];

    public void AddTree(string name, SpecNode root) => _trees.Add((name, root));

    /// <summary>Pointer of the smallest value around a place; empty where no tree reaches.</summary>
    public string Find(int start, int end)
    {
        foreach ((string name, SpecNode root) in _trees)
        {
            if (root.Start <= start && end <= root.End)
            {
                return Find(SpecPointer.Root(name), root, start, end).ToString();
            }
        }

        // What stands before the first value of the document belongs to it as a whole.
        return _trees.Exists(tree => tree.Name.Length == 0 && end <= tree.Root.Start) ? "#" : "";
    }

    public bool IsSilenced(string pointer, string id)
    {
        int hash = pointer.IndexOf('#');
        if (hash < 0 || _trees.FirstOrDefault(tree => string.CompareOrdinal(tree.Name, 0, pointer, 0, Math.Max(hash, tree.Name.Length)) == 0).Root is not { } node)
        {
            return false;
        }

        foreach (string segment in pointer.Substring(hash + 1).Split('/').Skip(1))
        {
            if (Names(node, id))
            {
                return true;
            }

            if (Step(node, segment.Replace("~1", "/").Replace("~0", "~")) is not { } next)
            {
                return false;
            }

            node = next;
        }

        return Names(node, id);
    }

    private static SpecPointer Find(SpecPointer place, SpecNode node, int start, int end)
    {
        while (true)
        {
            SpecNode? inner = null;
            for (int i = 0; i < node.Items.Length && inner is null; i++)
            {
                if (node.Items[i].Start <= start && end <= node.Items[i].End)
                {
                    inner = node.Items[i];
                    place = place.Child(i.ToString(CultureInfo.InvariantCulture));
                }
            }

            for (int i = 0; i < node.Members.Length && inner is null; i++)
            {
                SpecMember member = node.Members[i];
                bool isName = member.NameStart <= start && end <= member.NameEnd;
                if (isName || (member.Value.Start <= start && end <= member.Value.End))
                {
                    inner = member.Value;
                    place = place.Child(member.Name);
                    if (isName)
                    {
                        return place;
                    }
                }
            }

            if (inner is null)
            {
                return place;
            }

            node = inner;
        }
    }

    private static bool Names(SpecNode node, string id) => node.Member(Suppression) switch
    {
        { Kind: SpecNodeKind.String } one => one.Text == id,
        { Kind: SpecNodeKind.Array } many => many.Items.Any(item => item.Text == id),
        _ => false,
    };

    private static SpecNode? Step(SpecNode node, string segment)
    {
        if (node.Kind == SpecNodeKind.Array)
        {
            return int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < node.Items.Length
                ? node.Items[index]
                : null;
        }

        return node.Member(segment);
    }
}
