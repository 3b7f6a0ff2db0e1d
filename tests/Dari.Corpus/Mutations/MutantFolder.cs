using System.Text.Json.Nodes;
using Dari.Corpus.Reading;

namespace Dari.Corpus.Mutations;

/// <summary>Mutants of all documents as files, for as long as they are checked.</summary>
internal sealed class MutantFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dari-mutants-");

    public MutantFolder(Arguments arguments)
    {
        var paths = new List<string>();
        foreach (string document in arguments.Documents())
        {
            SpecJson spec = SpecJson.Read(document);
            for (int i = 0; i < arguments.Mutants; i++)
            {
                int seed = (arguments.Seed * 1000) + i;
                var random = new Random(seed);
                JsonObject mutant = MutatedDocument.Of(spec, random);
                string path = Path.Combine(_folder.FullName, $"{Path.GetFileNameWithoutExtension(document)}.mutant{seed}");
                bool isYaml = random.Next(2) == 0;
                path += isYaml ? ".yaml" : ".json";
                File.WriteAllText(path, isYaml ? YamlText.Of(mutant, random) : mutant.ToJsonString());
                paths.Add(path);
            }
        }

        Documents = paths;
    }

    public IReadOnlyList<string> Documents { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
