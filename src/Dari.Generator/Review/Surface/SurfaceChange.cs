using System;
using System.Globalization;
using Dari.Generator.Review.Rules;

namespace Dari.Generator.Review.Surface;

/// <summary>One difference between what two versions of a client offer.</summary>
internal sealed record SurfaceChange(Rule Rule, SurfaceLine? Old, SurfaceLine? New)
{
    private const string Required = "required ";

    public Level Level => Rule.Sent;

    public SurfaceLine Line => New ?? Old!;

    public string Message => string.Format(
        CultureInfo.InvariantCulture, Rule.Message, "'" + Line.Key + "'", Quoted(Old), Quoted(New));

    /// <summary>What is called in another way is shown by its name, all else by its signature.</summary>
    private string Quoted(SurfaceLine? line) => line is null
        ? "nothing"
        : "'" + (Rule == SurfaceRules.Renamed ? line.Key : Rule == SurfaceRules.ValueChanged ? line.Wire : Shown(line.Plain)) + "'";

    /// <summary>That both must be set is not what changed.</summary>
    private string Shown(string signature) =>
        Old?.Plain.StartsWith(Required, StringComparison.Ordinal) is true && New?.Plain.StartsWith(Required, StringComparison.Ordinal) is true
            ? signature.Substring(Required.Length)
            : signature;
}
