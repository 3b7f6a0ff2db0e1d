using System.Text.Json.Nodes;
using Dari.Emulator.Contract;
using Dari.Emulator.Hosting;

namespace Dari.Emulator.Dari.Manifests;

/// <summary>Reads and checks <c>dari.yml</c>, in the form with <c>harness</c> and in the quickstart's with <c>sdk</c>.</summary>
internal static class ManifestReader
{
    public const string FileName = "dari.yml";

    /// <exception cref="ServiceFault">422 when the archive or the manifest in it is invalid.</exception>
    public static Manifest Read(string archiveFile)
    {
        var problems = new ManifestProblems();
        try
        {
            BundleArchive archive = BundleArchive.Open(archiveFile);
            if (archive.ReadText(FileName) is { } text && YamlText.Parse(text) is { } root)
            {
                return Read(root, archive, problems);
            }

            problems.Add("", "missing", "dari.yml is not at the root of the archive, or is empty");
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException)
        {
            problems.Add("", "value_error", exception.Message);
        }

        problems.ThrowIfAny();
        throw new InvalidOperationException("A problem was found but not told.");
    }

    private static Manifest Read(JsonNode root, BundleArchive archive, ManifestProblems problems)
    {
        if (root is not JsonObject source)
        {
            throw new FormatException("dari.yml is not a mapping.");
        }

        string name = problems.Text(source, "", "name");
        bool quickstart = source.ContainsKey("sdk") && !source.ContainsKey("harness");
        if (quickstart)
        {
            QuickstartForm.Check(source, archive, problems);
        }
        else
        {
            HarnessForm.Check(source, archive, problems);
        }

        JsonObject? sandbox = quickstart ? null : problems.Map(source, "", "sandbox");
        IReadOnlyList<ManifestTool> tools = quickstart ? [] : ToolReader.Read(source, archive, problems);
        problems.ThrowIfAny();
        return new Manifest
        {
            Name = name,
            Source = source,
            LlmIds = quickstart ? [] : [.. (source["llm"] as JsonObject).Members("options").Select(static option => option.Key)],
            InternetAccess = sandbox?.Flag("internet_access") ?? false,
            Tools = tools,
            Credentials = Credentials(source, sandbox),
        };
    }

    private static string[] Credentials(JsonObject source, JsonObject? sandbox)
    {
        var llm = source["llm"] as JsonObject;
        IEnumerable<string?> named =
        [
            sandbox?.Text("provider_api_key_secret"),
            llm?.Text("api_key_secret"),
            .. llm.Members("options").Select(static option => (option.Value as JsonObject)?.Text("api_key_secret")),
            .. sandbox.Items("secrets").Concat(source.Items("secrets")).Select(static secret => secret?.ToString()),
        ];
        return [.. named.OfType<string>().Distinct()];
    }
}
