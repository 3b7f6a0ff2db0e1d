using Dari.Cli.Manifests.Forms;

namespace Dari.Cli.Manifests;

/// <summary>Reads and checks <c>dari.yml</c> and the files that it names, before anything is sent.</summary>
internal static class ManifestReader
{
    public const string FileName = "dari.yml";

    /// <summary>Reads the manifest of a folder.</summary>
    /// <returns>The manifest; null when something is wrong with it, which the problems say.</returns>
    public static (AgentManifest? Manifest, IReadOnlyList<ManifestProblem> Problems) Read(string folder)
    {
        var findings = new Findings();
        if (YamlFile.Read(folder, FileName, findings) is not { } root)
        {
            return (null, findings.Problems);
        }

        Place start = Place.Start(FileName);
        var files = new AgentFolder(folder);
        bool isQuickstart = root.Find("sdk") is not null && root.Find("harness") is null;
        if (isQuickstart)
        {
            QuickstartForm.Check(root, start, files, findings);
        }
        else
        {
            HarnessForm.Check(root, start, files, findings);
        }

        return findings.Problems.Count > 0
            ? (null, findings.Problems)
            : (new AgentManifest(root.Find("name").Text()!, isQuickstart ? "sdk" : "harness", findings.Files), []);
    }
}
