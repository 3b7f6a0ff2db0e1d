using Dari.Generator.Specs.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dari.Review.Documents;

/// <summary>Texts from disk.</summary>
internal static class DiskText
{
    /// <summary>Larger files are refused: no document comes near it, and a command must not fill the memory.</summary>
    public const long MaxBytes = 256L << 20;

    /// <exception cref="DocumentException">There is no such file, or it cannot be read.</exception>
    public static SpecSource Source(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return file.Length > MaxBytes
                ? throw new DocumentException("'" + path + "' is larger than " + (MaxBytes >> 20) + " MiB.")
                : new SpecSource(path, SourceText.From(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or NotSupportedException)
        {
            throw new DocumentException("'" + path + "' cannot be read: " + exception.Message, exception);
        }
    }
}
