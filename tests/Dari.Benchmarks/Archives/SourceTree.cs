using System.Globalization;
using System.Text;

namespace Dari.Benchmarks.Archives;

/// <summary>A folder of text that compresses about as source code does, written from a seed.</summary>
internal static class SourceTree
{
    private const int FileSize = 6_000;

    private static readonly string[] Words =
    [
        "public", "static", "return", "var", "if", "else", "foreach", "await", "using", "namespace", "string", "int", "request",
        "response", "client", "buffer", "stream", "options", "cancellationToken", "Task", "List", "value", "index", "length",
        "(", ")", "{", "}", ";", "=>", "=", "==", "+", ".", ",", "\n    ", "\n        ", "\n", "// ", "\"",
    ];

    /// <summary>The folder, made when it is not there yet.</summary>
    /// <param name="bytes">About how large all files together are.</param>
    public static string Make(long bytes)
    {
        string folder = Path.Combine(Path.GetTempPath(), "dari-benchmarks", "tree-" + bytes.ToString(CultureInfo.InvariantCulture));
        string done = folder + ".done";
        if (File.Exists(done))
        {
            return folder;
        }

        var random = new Random(1);
        var text = new StringBuilder();
        for (long written = 0, file = 0; written < bytes; file++)
        {
            string path = Path.Combine(folder, $"project{file / 200:00}", $"folder{file / 20 % 10}", $"file{file}.cs");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            text.Clear();
            int size = (FileSize / 2) + random.Next(FileSize);
            while (text.Length < size)
            {
                text.Append(Words[random.Next(Words.Length)]).Append(random.Next(8) == 0 ? random.Next(10_000).ToString(CultureInfo.InvariantCulture) : " ");
            }

            File.WriteAllText(path, text.ToString());
            written += text.Length;
        }

        File.WriteAllText(done, "");
        return folder;
    }
}
