using System.Text;
using Dari.Review.Documents;

namespace Dari.Review.Running;

/// <summary>Files that are read and written whole: there is the old one or the new one, never half of it.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="DocumentException">It cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException("'" + path + "' cannot be read: " + exception.Message, exception);
        }
    }

    /// <summary>Writes a file when its text is another one.</summary>
    /// <exception cref="DocumentException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            if (File.Exists(path) && File.ReadAllText(path) == text)
            {
                return;
            }

            string temporary = path + "." + Guid.NewGuid().ToString("N");
            try
            {
                File.WriteAllText(temporary, text, Utf8);
                File.Move(temporary, path, overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DocumentException("'" + path + "' cannot be written: " + exception.Message, exception);
        }
    }
}
