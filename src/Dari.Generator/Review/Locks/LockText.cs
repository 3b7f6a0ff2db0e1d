using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Dari.Generator.Diagnostics;
using Dari.Generator.Review.Contracts;
using Dari.Generator.Specs.Syntax;

namespace Dari.Generator.Review.Locks;

/// <summary>Locks as JSON, a line of a contract or a surface on a line, so that a version control system shows what changed.</summary>
internal static class LockText
{
    /// <summary>Of the form; a newer one is not read.</summary>
    private const string Version = "1";

    public static string Write(SpecLock spec)
    {
        var text = new StringBuilder("{\n");
        text.Append("  \"dariLock\": ").Append(Version).Append(",\n");
        Pair(text, "document", spec.Document);
        Pair(text, "meaning", spec.Meaning);
        Pair(text, "words", spec.Words);
        Pair(text, "api", spec.Api);
        Lines(text, "contract", spec.Contract);
        text.Append(",\n");
        Lines(text, "surface", spec.Surface);
        return text.Append("\n}\n").ToString();
    }

    /// <returns><see langword="null"/>, and in <paramref name="reason"/> why, when the text is no lock.</returns>
    public static SpecLock? Read(SpecSource source, out string reason, CancellationToken cancellationToken)
    {
        var problems = new ProblemList(source);
        SpecNode? root = SyntaxReader.Read(source, problems, cancellationToken);
        reason = "it is not JSON";
        if (root is not { Kind: SpecNodeKind.Object } || problems.HasErrors)
        {
            return null;
        }

        if (root.Member("dariLock")?.Text != Version)
        {
            reason = "it is not a lock of version " + Version;
            return null;
        }

        string?[] texts = [root.StringMember("document"), root.StringMember("meaning"), root.StringMember("words"), root.StringMember("api")];
        if (texts.Any(text => text is null) || Texts(root, "contract") is not { } contract || Texts(root, "surface") is not { } surface)
        {
            reason = "a part of it is missing";
            return null;
        }

        reason = "";
        return new SpecLock(texts[0]!, texts[1]!, texts[2]!, texts[3]!, contract, surface);
    }

    private static IReadOnlyList<string>? Texts(SpecNode root, string name) =>
        root.Member(name) is { Kind: SpecNodeKind.Array } list && list.Items.All(item => item.Kind == SpecNodeKind.String)
            ? [.. list.Items.Select(item => item.Text)]
            : null;

    private static void Pair(StringBuilder text, string name, string value)
    {
        text.Append("  \"").Append(name).Append("\": ");
        CanonicalJson.WriteString(text, value);
        text.Append(",\n");
    }

    private static void Lines(StringBuilder text, string name, IReadOnlyList<string> lines)
    {
        text.Append("  \"").Append(name).Append("\": [");
        for (int i = 0; i < lines.Count; i++)
        {
            text.Append(i == 0 ? "\n    " : ",\n    ");
            CanonicalJson.WriteString(text, lines[i]);
        }

        text.Append(lines.Count == 0 ? "]" : "\n  ]");
    }
}
