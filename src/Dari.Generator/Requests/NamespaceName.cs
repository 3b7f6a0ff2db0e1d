using System;
using System.IO;
using System.Linq;
using System.Text;
using Dari.Generator.Model;

namespace Dari.Generator.Requests;

/// <summary>The namespace of generated code: as given, or made from the project's and the file's name.</summary>
internal static class NamespaceName
{
    private static readonly string[] Extensions = [".json", ".yaml", ".yml", ".openapi", ".swagger"];

    public static bool IsValid(string name) => name.Split('.').All(IsPlainName);

    /// <summary>
    /// Whether a name can stand in code as it is, which a keyword cannot, and in the name of a file, where the compiler
    /// takes letters and digits only.
    /// </summary>
    public static bool IsPlainName(string name) =>
        Identifier.IsValid(name) && Identifier.From(name).Text == name && name.All(IsPlain);

    /// <summary><c>Acme.Shop</c> and <c>specs/pet-store.openapi.yaml</c> make <c>Acme.Shop.PetStore</c>.</summary>
    public static string Default(string rootNamespace, string path)
    {
        string own = Pascal(Stem(Path.GetFileName(path)));
        string[] roots = rootNamespace.Split(['.'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(".", roots.Select(Plain).Concat([own]));
    }

    private static string Stem(string file)
    {
        while (Extensions.FirstOrDefault(end => IsEnd(file, end)) is { } extension)
        {
            file = file.Substring(0, file.Length - extension.Length);
        }

        return file;
    }

    private static bool IsEnd(string file, string extension) =>
        file.Length > extension.Length && file.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static string Pascal(string text)
    {
        var name = new StringBuilder();
        bool starts = true;
        foreach (char character in text)
        {
            bool isWord = char.IsLetterOrDigit(character);
            if (isWord)
            {
                name.Append(starts ? char.ToUpperInvariant(character) : character);
            }

            starts = !isWord;
        }

        return name.Length == 0 ? "Api" : Plain(name.ToString());
    }

    /// <summary>A project may be called <c>my-app</c> or <c>3d</c>; its templates write underscores there as well.</summary>
    private static string Plain(string part)
    {
        var name = new StringBuilder(part);
        for (int i = 0; i < name.Length; i++)
        {
            if (!IsPlain(name[i]))
            {
                name[i] = '_';
            }
        }

        return IsPlainName(name.ToString()) ? name.ToString() : "_" + name;
    }

    private static bool IsPlain(char character) => character == '_' || char.IsLetterOrDigit(character);
}
