using System;
using System.Linq;
using System.Text;
using Dari.Generator.Review.Contracts;

namespace Dari.Generator.Review.Surface;

internal enum SurfaceKind
{
    Type,
    Member,
    Value,
    Method,
    Parameter,

    /// <summary>What a method gives back, or throws, for a status.</summary>
    Outcome,

    /// <summary>A case of a union.</summary>
    Case,

    /// <summary>A type that a value can be made of.</summary>
    Conversion,
}

/// <summary>
/// One thing that a client offers to the programs that use it: <c>Pet.Name: required string  // name</c>. The key says
/// what it is called, the signature what it is, and the words behind the slashes what it is on the wire.
/// </summary>
internal sealed record SurfaceLine(string Key, string Signature, string Wire)
{
    private const string WireMark = "  // ";

    public const string Obsolete = "[Obsolete] ";

    public SurfaceKind Kind => Key switch
    {
        _ when Key.Contains(" -> ") => SurfaceKind.Outcome,
        _ when Key.Contains(" is ") => SurfaceKind.Case,
        _ when Key.Contains(" <- ") => SurfaceKind.Conversion,
        _ when Key.EndsWith(")", StringComparison.Ordinal) => SurfaceKind.Parameter,
        _ when !Key.Contains(".") => SurfaceKind.Type,
        _ when Plain.EndsWith(")", StringComparison.Ordinal) => SurfaceKind.Method,
        _ when Plain.StartsWith("static ", StringComparison.Ordinal) => SurfaceKind.Value,
        _ => SurfaceKind.Member,
    };

    /// <summary>The type, or the method for what belongs to one.</summary>
    public string Owner => Kind switch
    {
        SurfaceKind.Type => Key,
        SurfaceKind.Parameter => Key.Substring(0, Key.IndexOf('(')),
        SurfaceKind.Outcome or SurfaceKind.Case or SurfaceKind.Conversion => Key.Substring(0, Key.IndexOf(' ')),
        _ => Key.Substring(0, Key.IndexOf('.')),
    };

    /// <summary>The type that it belongs to.</summary>
    public string Type => Owner.Split('.')[0];

    /// <summary>The name alone.</summary>
    public string Name => Kind is SurfaceKind.Member or SurfaceKind.Value or SurfaceKind.Method ? Key.Substring(Key.IndexOf('.') + 1) : Key;

    /// <summary>The signature without what only warns.</summary>
    public string Plain => Signature.StartsWith(Obsolete, StringComparison.Ordinal) ? Signature.Substring(Obsolete.Length) : Signature;

    /// <returns><see langword="null"/> when the text is no such line.</returns>
    public static SurfaceLine? Parse(string line)
    {
        int wire = line.IndexOf(WireMark, StringComparison.Ordinal);
        string left = wire < 0 ? line : line.Substring(0, wire);
        int colon = left.IndexOf(": ", StringComparison.Ordinal);
        return colon <= 0
            ? null
            : new SurfaceLine(left.Substring(0, colon), left.Substring(colon + 2), wire < 0 ? "" : line.Substring(wire + WireMark.Length));
    }

    /// <summary>Text of the document, which may hold anything, on one line.</summary>
    public static string OnOneLine(string text)
    {
        if (!text.Any(character => char.IsControl(character) || char.IsSurrogate(character) || CanonicalJson.IsInvisible(character)))
        {
            return text;
        }

        var quoted = new StringBuilder();
        CanonicalJson.WriteString(quoted, text);
        return quoted.ToString();
    }

    public override string ToString() => Key + ": " + Signature + (Wire.Length > 0 ? WireMark + Wire : "");
}
