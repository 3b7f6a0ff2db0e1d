using System.Collections.Generic;
using System.Globalization;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Specs.References;

/// <summary>A value together with where it stands. Readers pass these on, so that each message can name its place.</summary>
internal readonly record struct SpecPlace(SpecNode Node, SpecPointer Pointer, SpecFile File)
{
    public bool IsObject => Node.Kind == SpecNodeKind.Object;

    public bool IsArray => Node.Kind == SpecNodeKind.Array;

    public IEnumerable<(string Name, SpecPlace Place)> Members
    {
        get
        {
            foreach (SpecMember member in Node.Members)
            {
                yield return (member.Name, At(member.Name, member.Value));
            }
        }
    }

    public IEnumerable<SpecPlace> Items
    {
        get
        {
            for (int i = 0; i < Node.Items.Length; i++)
            {
                yield return At(i.ToString(CultureInfo.InvariantCulture), Node.Items[i]);
            }
        }
    }

    /// <summary>A member that is there and says something: <c>key:</c> without a value counts as absent.</summary>
    public SpecPlace? Member(string name) =>
        Node.Member(name) is { Kind: not SpecNodeKind.Null } value ? At(name, value) : null;

    public SpecPlace At(string segment, SpecNode node) => new(node, Pointer.Child(segment), File);
}
