using System.Text;

namespace Dari.Generator.Tests.Snapshots;

/// <summary>The part of a document that a test is about, made whole with what every document must have.</summary>
internal static class SpecFragment
{
    public static string Complete(string fragment)
    {
        var text = new StringBuilder();
        Add(text, fragment, "openapi", "openapi: 3.1.0\n");
        Add(text, fragment, "info", "info: { title: Acme, version: \"1\" }\n");
        Add(text, fragment, "paths", "paths: {}\n");
        return text.Append(fragment.TrimEnd('\n')).Append('\n').ToString();
    }

    private static void Add(StringBuilder text, string fragment, string key, string whenMissing)
    {
        bool isThere = fragment.Split('\n').Any(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        text.Append(isThere ? "" : whenMissing);
    }
}
