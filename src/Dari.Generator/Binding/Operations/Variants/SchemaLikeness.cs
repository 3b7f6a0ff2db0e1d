using System.Linq;
using Dari.Generator.Binding.Schemas;
using Dari.Generator.Specs;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Binding.Operations.Variants;

/// <summary>Whether two media types describe one value: by reference, or written out alike.</summary>
internal static class SchemaLikeness
{
    // They describe; what a value is does not depend on them.
    private static readonly string[] Remarks = ["description", "title", "example", "examples"];

    public static bool AreAlike(ApiSchema? one, ApiSchema? other)
    {
        if (one is null || other is null)
        {
            return one == other;
        }

        return ShapeFolder.Follow(one, out _) == ShapeFolder.Follow(other, out _) || AreAlike(one.Node, other.Node);
    }

    private static bool AreAlike(SpecNode one, SpecNode other)
    {
        if (one.Kind != other.Kind || one.Text != other.Text || one.Items.Length != other.Items.Length)
        {
            return false;
        }

        SpecMember[] members = one.Members.Where(Counts).ToArray();
        return members.Length == other.Members.Count(Counts)
            && one.Items.Zip(other.Items, AreAlike).All(alike => alike)
            && members.All(member => other.Member(member.Name) is { } value && AreAlike(member.Value, value));
    }

    private static bool Counts(SpecMember member) => !Remarks.Contains(member.Name);
}
