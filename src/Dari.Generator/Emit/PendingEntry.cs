using System.Text;
using Dari.Generator.Model;

namespace Dari.Generator.Emit;

/// <summary>One entry of a file of pending uses: namespace, type, member, reason, rule and new name between tabs.</summary>
internal static class PendingEntry
{
    private const string Mark = "//! ";

    public static string Write(string space, PendingUseModel use) =>
        Mark + Plain(space.Replace("@", "")) + "\t" + Plain(use.Type) + "\t" + Plain(use.Member) + "\t" + Plain(use.Reason) + "\t" + Plain(use.Rule) + "\t" + Plain(use.NewName);

    /// <returns>The namespace and the use; <see langword="null"/> for any other comment.</returns>
    public static (string Namespace, PendingUseModel Use)? Read(string comment)
    {
        string[] parts = comment.StartsWith(Mark, System.StringComparison.Ordinal)
            ? comment.Substring(Mark.Length).Split('\t')
            : [];
        return parts.Length == 6 ? (parts[0], new PendingUseModel(parts[1], parts[2], parts[3], parts[4], parts[5])) : null;
    }

    // Text of the document: whatever could end a comment or turn it round becomes a space.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char character in text)
        {
            bool isPlain = !char.IsControl(character) && char.GetUnicodeCategory(character) is not (
                System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator
                or System.Globalization.UnicodeCategory.Surrogate);
            plain.Append(isPlain ? character : ' ');
        }

        return plain.ToString();
    }
}
